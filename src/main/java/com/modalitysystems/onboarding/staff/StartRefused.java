package com.modalitysystems.onboarding.staff;

/** The application must not open its port; says why and what to do. */
class StartRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String remedy;

	StartRefused(String reason, String remedy) {
		super(reason);
		this.remedy = remedy;
	}

	String remedy() {
		return this.remedy;
	}

}
