package com.modalitysystems.onboarding.http;

import org.jspecify.annotations.Nullable;

/**
 * Something that lies with us, our settings or our contracts, and not with the customer:
 * an operator has to act. The message says what, and what to do; it holds no secret.
 */
public abstract class Fault extends RuntimeException {

	private static final long serialVersionUID = 1L;

	protected Fault(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
