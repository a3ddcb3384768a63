package com.modalitysystems.onboarding.insight;

/** How long somebody waits, beside those who went through the same stage before. */
enum Lateness {

	/** As long as is usual. */
	inTime,

	/**
	 * Longer than four of five. Of those who waited that long, at least half became
	 * overdue.
	 */
	likelyLate,

	/** Longer than nine of ten. */
	overdue

}
