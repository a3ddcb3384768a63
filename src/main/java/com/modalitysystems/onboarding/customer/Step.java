package com.modalitysystems.onboarding.customer;

/** The steps of the way from request to live, in their order. */
public enum Step {

	/** Somebody asked for it. */
	requested,
	/** Microsoft knows the tenant. */
	validated,
	/** We want to onboard them. */
	approved,
	/** Their tenant shows the consent. */
	consented,
	/** They say that the policy is in place. */
	setUp,
	/** A call works. */
	live;

	/**
	 * The step that is taken by going from one stage to another; none further than the
	 * first is also said of ways that lead back, or out.
	 */
	static Step takenBy(Stage from, Stage to) {
		return switch (to) {
			case awaitingApproval -> validated;
			case provisioning -> (from == Stage.awaitingConsent) ? consented : approved;
			case awaitingConsent, expired -> approved;
			case awaitingSetup -> consented;
			case confirming -> setUp;
			case live -> live;
			case requested, awaitingCustomer, rejected, closed, cancelled -> requested;
		};
	}

}
