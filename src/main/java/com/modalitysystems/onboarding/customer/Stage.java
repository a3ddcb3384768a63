package com.modalitysystems.onboarding.customer;

/** Where an onboarding stands; the names are those of the API. */
public enum Stage {

	requested, awaitingApproval, awaitingCustomer, awaitingConsent, provisioning, awaitingSetup, confirming, live,
	expired, rejected, closed, cancelled;

	/** For whom it waits there, unless something is in the way. */
	public WaitingFor waitsFor() {
		return switch (this) {
			case awaitingApproval, confirming -> WaitingFor.staff;
			case awaitingCustomer, awaitingConsent, awaitingSetup, expired -> WaitingFor.customer;
			case requested, provisioning, live, rejected, closed, cancelled -> WaitingFor.nobody;
		};
	}

	/** Whether the onboarding came to an end without a live customer. */
	public boolean isOver() {
		return this == rejected || this == closed || this == cancelled;
	}

	/** Whether nothing more is done for it, with a live customer or without. */
	public boolean isEnd() {
		return isOver() || this == live;
	}

}
