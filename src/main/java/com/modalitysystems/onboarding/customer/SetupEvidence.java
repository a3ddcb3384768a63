package com.modalitysystems.onboarding.customer;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What shows how far the set-up in the customer's tenant is, besides their word.
 *
 * @param result what the script reported last
 * @param policySetAt when the script last gave somebody the policy
 * @param proof what an invitation to a meeting showed last
 */
public record SetupEvidence(@Nullable SetupResult result, @Nullable Instant policySetAt,
		@Nullable InvitationProof proof) {

	/** Nothing was shown. */
	public static final SetupEvidence NONE = new SetupEvidence(null, null, null);

}
