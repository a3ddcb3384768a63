package com.modalitysystems.onboarding.intake;

import java.time.Duration;

/** A limit is used up for the moment. */
class TooManyRequests extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final Duration wait;

	TooManyRequests(Duration wait) {
		super("A limit is used up for another " + wait);
		this.wait = wait;
	}

	/** After how many seconds it is worth another try, as {@code Retry-After} has it. */
	long seconds() {
		return Math.max(1, this.wait.plusNanos(999_999_999).toSeconds());
	}

	/** The same in minutes, for people. */
	long minutes() {
		return (seconds() + 59) / 60;
	}

}
