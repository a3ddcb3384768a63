package com.modalitysystems.onboarding.http;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.TimeoutException;

/** How a call of another system ended, for figures. */
enum Outcome {

	/** It did what it was asked. */
	answered,
	/**
	 * It said no (4xx), which may be just what we wanted to know, unless it was to us.
	 */
	refused,
	/** It asks us to come back later (429, 503). */
	busy,
	/** It answered with a failure, or with something that nobody can use. */
	broken,
	/** It did not answer in time. */
	late,
	/** It cannot be reached, or cut the connection. */
	unreachable;

	static Outcome of(RemoteCallFailed failure) {
		Integer status = failure.status();
		if (status != null) {
			return switch (status) {
				case 401, 403 -> refused;
				case 429, 503 -> busy;
				default -> broken;
			};
		}
		Throwable cause = failure.getCause();
		if (cause instanceof TimeoutException || cause instanceof HttpTimeoutException) {
			return late;
		}
		return (cause instanceof IOException && !(cause instanceof LimitedBody.TooLarge)) ? unreachable : broken;
	}

}
