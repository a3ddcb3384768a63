package com.modalitysystems.onboarding.sandbox;

/** Why the sandbox does not start, in a sentence, and what a person can do. */
class SandboxRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String remedy;

	SandboxRefused(String reason, String remedy) {
		super(reason);
		this.remedy = remedy;
	}

	String remedy() {
		return this.remedy;
	}

}
