package com.modalitysystems.onboarding.http;

import org.jspecify.annotations.Nullable;

/**
 * Something that lies with us, our settings or our contracts, and not with the customer:
 * an operator has to act. The message says what, and what to do; it holds no secret.
 */
public abstract class Fault extends RuntimeException implements NamedFailure {

	private static final long serialVersionUID = 1L;

	private final String code;

	/**
	 * A fault.
	 * @param code the system, a dot, and what is wrong with it
	 * @param message what is wrong, and what to do
	 * @param cause what it was noticed by
	 */
	protected Fault(String code, String message, @Nullable Throwable cause) {
		super(message, cause);
		this.code = code;
	}

	@Override
	public final String code() {
		return this.code;
	}

}
