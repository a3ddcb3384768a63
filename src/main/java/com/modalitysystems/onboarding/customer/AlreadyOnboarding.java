package com.modalitysystems.onboarding.customer;

/** The tenant has an open or live onboarding already. */
public class AlreadyOnboarding extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final CustomerReference reference;

	AlreadyOnboarding(CustomerReference reference) {
		super("The tenant is already onboarding as " + reference);
		this.reference = reference;
	}

	/** The onboarding that exists; for staff only. */
	public CustomerReference reference() {
		return this.reference;
	}

}
