package com.modalitysystems.onboarding.customer;

import java.time.Instant;

/**
 * What an invitation to a meeting of the customer showed; nothing of its text is kept.
 *
 * @param outcome what it says of the set-up
 * @param tenantKey whether the issued tenant key stood in it
 * @param domain whether the service's domain stood in it
 * @param instructionLink whether the issued link to more ways to dial in stood in it
 * @param lookedAt when we looked
 */
public record InvitationProof(Outcome outcome, boolean tenantKey, boolean domain, boolean instructionLink,
		Instant lookedAt) {

	/** Whether the policy is in place beyond doubt. */
	public boolean isComplete() {
		return this.outcome == Outcome.complete;
	}

	/** What an invitation says of the set-up. */
	public enum Outcome {

		/** Everything stands in it. */
		complete,
		/** Either the tenant key or the link stands in it, and the other does not. */
		incomplete,
		/** It is of our service, with a tenant key that is not the customer's. */
		wrongKey,
		/** It leads meeting rooms to another service. */
		otherService,
		/** It is of a Teams meeting, and says nothing to meeting rooms. */
		noneYet,
		/** It is no invitation to a Teams meeting. */
		notAnInvitation

	}

}
