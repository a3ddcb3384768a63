package com.modalitysystems.onboarding.staff;

/** The drawings whose tasks staff see, by the keys of their processes. */
enum Drawing {

	/** From request to live. */
	ONBOARDING("onboarding", true),

	/** A letter that was refused. */
	LETTER_TROUBLE("letter-trouble", false),

	/** A step whose retries are used up. */
	TROUBLE("trouble", false),

	/** What staff do to an onboarding out of turn. */
	INTERVENE("intervene", true);

	private final String key;

	private final boolean startedByStaff;

	Drawing(String key, boolean startedByStaff) {
		this.key = key;
		this.startedByStaff = startedByStaff;
	}

	String key() {
		return this.key;
	}

	boolean startedByStaff() {
		return this.startedByStaff;
	}

}
