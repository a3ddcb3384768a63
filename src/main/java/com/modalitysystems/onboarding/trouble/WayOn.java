package com.modalitysystems.onboarding.trouble;

/** How it goes on after a failure: the task in which somebody decides it. */
public enum WayOn {

	/** The step is tried again. */
	RETRY("resolveTrouble"),

	/** The letter is sent again, or left. */
	SEND_AGAIN("correctRecipient"),

	/** The request is corrected, by staff or by the customer. */
	CORRECT("correctRequest"),

	/** The customer repairs, and staff are asked when they were told twice in vain. */
	TELL("resolveConsent"),

	/** The customer is reminded, and called when letters are in vain. */
	REMIND("callCustomer"),

	/**
	 * The customer runs the script again; staff see what it found before they confirm.
	 */
	RUN_AGAIN("confirmService");

	private final String task;

	WayOn(String task) {
		this.task = task;
	}

	/** The task on the drawings. */
	public String task() {
		return this.task;
	}

}
