package com.modalitysystems.onboarding.intake;

/** A key came a second time, with something else under it. */
class SubmissionChanged extends RuntimeException {

	private static final long serialVersionUID = 1L;

}
