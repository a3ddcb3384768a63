package com.modalitysystems.onboarding.http;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * A call to another system failed and is worth trying again later: a time-out, a cut
 * connection, 429, 5xx, or an answer that cannot be understood. The message names the
 * system and what it answered, never a secret or a personal datum.
 */
public class RemoteCallFailed extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String system;

	private final @Nullable Duration retryAfter;

	public RemoteCallFailed(String system, String answer, @Nullable Duration retryAfter, @Nullable Throwable cause) {
		super(system + ": " + answer, cause);
		this.system = system;
		this.retryAfter = retryAfter;
	}

	/** The system that was called, in a word: {@code Entra}, {@code Graph}. */
	public String system() {
		return this.system;
	}

	/** How long the other side asks us to wait, when it said so. */
	public @Nullable Duration retryAfter() {
		return this.retryAfter;
	}

}
