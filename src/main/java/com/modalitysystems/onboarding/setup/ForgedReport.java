package com.modalitysystems.onboarding.setup;

/** A result that the customer's script did not sign. */
class ForgedReport extends RuntimeException {

	private static final long serialVersionUID = 1L;

	ForgedReport() {
		super("A result was not signed by the customer's script");
	}

}
