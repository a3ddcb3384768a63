package com.modalitysystems.onboarding.notices;

/** How often somebody wants to be written to, if there is something to tell. */
public enum Rhythm {

	/** Not at all. */
	never,

	/** Once an hour, at any time. */
	hourly,

	/** When a business day begins. */
	daily

}
