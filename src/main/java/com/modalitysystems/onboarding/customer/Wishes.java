package com.modalitysystems.onboarding.customer;

import org.jspecify.annotations.Nullable;

/**
 * What the customer asked for while we wait for them, and we have not done yet.
 *
 * @param address the address to let in instead
 * @param addressChanges how often they changed it so far without our asking
 * @param successor the colleague who is to take over
 * @param successorApproved whether staff agreed to that colleague
 */
public record Wishes(@Nullable PublicAddress address, int addressChanges, @Nullable Successor successor,
		boolean successorApproved) {

	/** Nothing was asked for. */
	public static final Wishes NONE = new Wishes(null, 0, null, false);

}
