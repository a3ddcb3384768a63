package com.modalitysystems.onboarding.intake;

/** No letter of ours has this Message-ID. */
class UnknownLetter extends RuntimeException {

	private static final long serialVersionUID = 1L;

}
