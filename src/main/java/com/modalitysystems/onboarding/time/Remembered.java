package com.modalitysystems.onboarding.time;

import java.time.Duration;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * An answer that is good for a while, so that many who ask cost one question. A failure
 * is an answer, too. Nobody waits long for a slow one: until it comes, everybody has the
 * answer before it.
 *
 * @param <T> what is answered
 */
public final class Remembered<T> implements Supplier<T> {

	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private final long good;

	private final long patience;

	private final Supplier<T> question;

	private @Nullable Question<T> newest;

	private @Nullable Question<T> before;

	/**
	 * Nothing is asked yet.
	 * @param good how long an answer is good for
	 * @param question asked when there is no good answer, in a thread of its own
	 */
	public Remembered(Duration good, Supplier<T> question) {
		this(good, PATIENCE, question);
	}

	Remembered(Duration good, Duration patience, Supplier<T> question) {
		this.good = good.toNanos();
		this.patience = patience.toNanos();
		this.question = question;
	}

	@Override
	public T get() {
		Question<T> asked = asked();
		if (asked.isAnsweredWithin(this.patience)) {
			return asked.answer();
		}
		Question<T> known = before();
		return ((known != null) ? known : asked).answer();
	}

	private synchronized Question<T> asked() {
		Question<T> asked = this.newest;
		if (asked == null || asked.isOlderThan(this.good)) {
			this.before = asked;
			asked = Question.ask(this.question);
			this.newest = asked;
		}
		return asked;
	}

	private synchronized @Nullable Question<T> before() {
		return this.before;
	}

}
