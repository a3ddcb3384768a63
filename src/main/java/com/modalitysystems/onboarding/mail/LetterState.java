package com.modalitysystems.onboarding.mail;

/** What became of a letter. */
public enum LetterState {

	/** Waits to be sent. */
	queued,
	/** One node talks to the mail server about it. */
	sending,
	/** The mail server took it. */
	accepted,
	/** The mail server wants to be asked later, or could not be reached. */
	deferred,
	/** The mail server will not take it. */
	refused,
	/** The mail server may or may not have taken it; it is never sent again by itself. */
	unknown,
	/** No longer true when its turn came. */
	withdrawn,
	/** Staff decided that it is not sent any more. */
	left

}
