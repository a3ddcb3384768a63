package com.modalitysystems.onboarding.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** What became of our calls of other systems, as figures and as the last of each kind. */
@Component
class OutsideCalls {

	static final String TIMER = "onboarding.outside.calls";

	private final MeterRegistry meters;

	private final Clock clock;

	private final Map<String, Last> last = new ConcurrentHashMap<>();

	OutsideCalls(MeterRegistry meters, Clock clock) {
		this.meters = meters;
		this.clock = clock;
	}

	/** A system answered something that its caller can make sense of. */
	void answered(String system, int status, Duration took) {
		count(system, (status < 400) ? Outcome.answered : Outcome.refused, took);
		Instant now = this.clock.instant();
		this.last.merge(system, new Last("answered", now, null, null), (before, one) -> before.answered(now));
	}

	/** A call came to nothing. */
	void failed(RemoteCallFailed failure, Duration took) {
		count(failure.system(), Outcome.of(failure), took);
		Instant now = this.clock.instant();
		this.last.merge(failure.system(), new Last("failed", null, now, failure.getMessage()),
				(before, one) -> before.failed("failed", now, failure.getMessage()));
	}

	/** What was answered and counted just now is that it gives us no token. */
	void refused(TokenRefused refusal) {
		Instant now = this.clock.instant();
		this.last.merge(refusal.system(), new Last("refused", null, now, refusal.getMessage()),
				(before, one) -> before.failed("refused", now, refusal.getMessage()));
	}

	/** The last of each system that was called since this node started. */
	Map<String, Last> lastOfEach() {
		return new TreeMap<>(this.last);
	}

	private void count(String system, Outcome outcome, Duration took) {
		Timer.builder(TIMER)
			.description("Calls of other systems")
			.tag("system", system)
			.tag("outcome", outcome.name())
			.register(this.meters)
			.record(took);
	}

	/**
	 * The last calls of a system.
	 *
	 * @param outcome how the very last ended
	 * @param answeredAt when it last gave an answer that makes sense
	 * @param failedAt when a call of it last came to nothing, or a token was refused
	 * @param failure how that was named
	 */
	record Last(String outcome, @Nullable Instant answeredAt, @Nullable Instant failedAt, @Nullable String failure) {

		private Last answered(Instant now) {
			return new Last("answered", now, this.failedAt, this.failure);
		}

		private Last failed(String outcome, Instant now, @Nullable String why) {
			return new Last(outcome, this.answeredAt, now, why);
		}

	}

}
