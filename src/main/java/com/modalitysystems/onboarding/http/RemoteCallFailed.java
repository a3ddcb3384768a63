package com.modalitysystems.onboarding.http;

import java.net.HttpURLConnection;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * A call to another system failed and is worth trying again later: a time-out, a cut
 * connection, 429, 5xx, or an answer that cannot be understood. The message names the
 * system and what it answered, never a secret or a personal datum.
 */
public class RemoteCallFailed extends RuntimeException implements NamedFailure {

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
		return answered(system, status, "answered " + status + wait, retryAfter);
	}

	/**
	 * The other side answered with a status that is a failure, of which we know more.
	 * @param answer what it answered, in words that follow its name
	 */
	public static RemoteCallFailed answered(String system, int status, String answer, @Nullable Duration retryAfter) {
		return new RemoteCallFailed(system, answer, status, retryAfter, null);
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

	@Override
	public String code() {
		// who asks for the wrong thing has other things to do than who is refused
		boolean nothingThere = this.status != null && this.status == HttpURLConnection.HTTP_NOT_FOUND;
		return this.system + "." + (nothingThere ? "notFound" : Outcome.of(this));
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
