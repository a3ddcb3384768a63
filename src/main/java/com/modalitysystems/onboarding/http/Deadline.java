package com.modalitysystems.onboarding.http;

import java.time.Duration;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * The time that several calls in a row have together. An engine's job that outlives its
 * lock would be started a second time, so an act that needs more than one call sets one.
 */
public final class Deadline {

	private static final ThreadLocal<@Nullable Long> END = new ThreadLocal<>();

	private Deadline() {
	}

	/** Do something whose calls, together, may take only so long. */
	public static <T> T within(Duration total, Supplier<T> work) {
		Long outer = END.get();
		END.set(System.nanoTime() + atMost(total).toNanos());
		try {
			return work.get();
		}
		finally {
			END.set(outer);
		}
	}

	/** What is left of the time, and never more than asked for. */
	public static Duration atMost(Duration time) {
		Long end = END.get();
		if (end == null) {
			return time;
		}
		Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
		return (left.compareTo(time) < 0) ? left : time;
	}

}
