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

	private final @Nullable Integer status;

	private final @Nullable Duration retryAfter;

	public RemoteCallFailed(String system, String answer, @Nullable Duration retryAfter, @Nullable Throwable cause) {
		this(system, answer, null, retryAfter, cause);
	}

	private RemoteCallFailed(String system, String answer, @Nullable Integer status, @Nullable Duration retryAfter,
			@Nullable Throwable cause) {
		super(system + ": " + answer, cause);
		this.system = system;
		this.status = status;
		this.retryAfter = retryAfter;
	}

	/** The other side answered with a status that is a failure. */
	public static RemoteCallFailed answered(String system, int status, @Nullable Duration retryAfter) {
		String wait = (retryAfter != null) ? " and asks to wait " + retryAfter.toSeconds() + " s" : "";
		return new RemoteCallFailed(system, "answered " + status + wait, status, retryAfter, null);
	}

	/** The other side answered with something that we do not understand. */
	public static RemoteCallFailed unreadable(String system, String what) {
		// no cause: what a parser complains of may quote a secret or a personal datum
		return new RemoteCallFailed(system, what, null, null, null);
	}

	/** The system that was called, in a word: {@code Entra}, {@code Graph}. */
	public String system() {
		return this.system;
	}

	/** The HTTP status it answered with; none when there was no such answer. */
	public @Nullable Integer status() {
		return this.status;
	}

	/** How long the other side asks us to wait, when it said so. */
	public @Nullable Duration retryAfter() {
		return this.retryAfter;
	}

}
