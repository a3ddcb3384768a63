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
		this.last.merge(system, new Last(now, null, null), (before, one) -> before.answered(now));
	}

	/** A call came to nothing. */
	void failed(RemoteCallFailed failure, Duration took) {
		count(failure.system(), Outcome.of(failure), took);
		Instant now = this.clock.instant();
		this.last.merge(failure.system(), new Last(null, now, failure.getMessage()),
				(before, one) -> before.failed(now, failure.getMessage()));
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
	 * @param answeredAt when it last gave an answer that makes sense
	 * @param failedAt when a call of it last came to nothing
	 * @param failure how that was named
	 */
	record Last(@Nullable Instant answeredAt, @Nullable Instant failedAt, @Nullable String failure) {

		private Last answered(Instant now) {
			return new Last(now, this.failedAt, this.failure);
		}

		private Last failed(Instant now, @Nullable String why) {
			return new Last(this.answeredAt, now, why);
		}

	}

}
