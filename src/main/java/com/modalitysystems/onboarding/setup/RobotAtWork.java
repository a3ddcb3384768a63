package com.modalitysystems.onboarding.setup;

/** A field was filled in that no person sees. */
class RobotAtWork extends RuntimeException {

	private static final long serialVersionUID = 1L;

	RobotAtWork() {
		super("A field was filled in that no person sees");
	}

}
