package com.modalitysystems.onboarding.time;

import java.time.Duration;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * An answer that is good for a while, so that many who ask cost one question.
 *
 * @param <T> what is answered
 */
public final class Remembered<T> implements Supplier<T> {

	private final long nanos;

	private final Supplier<T> question;

	private @Nullable Answer<T> last;

	/**
	 * Nothing is asked yet.
	 * @param good how long an answer is good for
	 * @param question asked when there is no good answer; its failure is not remembered
	 */
	public Remembered(Duration good, Supplier<T> question) {
		this.nanos = good.toNanos();
		this.question = question;
	}

	@Override
	public synchronized T get() {
		Answer<T> answer = this.last;
		// how much time passes is no matter of the clock, which can be moved
		long now = System.nanoTime();
		if (answer == null || now - answer.at() > this.nanos) {
			answer = new Answer<>(this.question.get(), now);
			this.last = answer;
		}
		return answer.value();
	}

	private record Answer<T>(T value, long at) {
	}

}
