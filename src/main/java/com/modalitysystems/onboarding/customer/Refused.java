package com.modalitysystems.onboarding.customer;

/**
 * A value was refused. The sentence that says why is kept in {@code messages.properties}
 * under {@code refused.} and the code.
 */
public class Refused extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	private final String code;

	public Refused(String code) {
		super(code);
		this.code = code;
	}

	/** What is wrong, for example {@code tenant.malformed}. */
	public String code() {
		return this.code;
	}

}
