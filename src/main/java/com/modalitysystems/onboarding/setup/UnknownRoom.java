package com.modalitysystems.onboarding.setup;

/** Nothing stands behind this link, for whatever reason. */
class UnknownRoom extends RuntimeException {

	private static final long serialVersionUID = 1L;

	UnknownRoom() {
		super("There is no set-up room behind this link");
	}

}
