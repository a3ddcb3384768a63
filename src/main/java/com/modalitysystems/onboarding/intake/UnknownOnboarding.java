package com.modalitysystems.onboarding.intake;

/** Nothing is onboarded under this reference. */
class UnknownOnboarding extends RuntimeException {

	private static final long serialVersionUID = 1L;

}
