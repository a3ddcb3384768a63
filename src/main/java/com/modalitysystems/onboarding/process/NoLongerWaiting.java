package com.modalitysystems.onboarding.process;

import com.modalitysystems.onboarding.customer.CustomerReference;

/**
 * Somebody acted on an onboarding that does not, or does no longer, wait for that act.
 */
public class NoLongerWaiting extends RuntimeException {

	private static final long serialVersionUID = 1L;

	NoLongerWaiting(CustomerReference reference) {
		super(reference + " does not wait for this");
	}

}
