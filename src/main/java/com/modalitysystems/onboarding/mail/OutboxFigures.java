package com.modalitysystems.onboarding.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

import com.modalitysystems.onboarding.time.Remembered;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The outbox of all nodes, in figures for whoever watches. */
@Component
class OutboxFigures implements MeterBinder {

	private static final Duration GOOD = Duration.ofSeconds(5);

	private final JdbcClient jdbc;

	private final Clock clock;

	private final Remembered<Waiting> waiting = new Remembered<>(GOOD, this::ask);

	OutboxFigures(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public void bindTo(MeterRegistry meters) {
		Gauge.builder("onboarding.outbox.waiting", () -> waiting().letters())
			.description("Letters that are written and not yet sent")
			.register(meters);
		Gauge.builder("onboarding.outbox.oldest", () -> waiting().oldest().toSeconds())
			.description("How long the oldest letter has waited to be sent")
			.baseUnit("seconds")
			.register(meters);
		Gauge.builder("onboarding.outbox.deferred", () -> waiting().deferred())
			.description("Letters that were tried and wait until they are tried again")
			.register(meters);
		Gauge.builder("onboarding.outbox.overdue", () -> waiting().overdue().toSeconds())
			.description("How long the next attempt at any letter has been due")
			.baseUnit("seconds")
			.register(meters);
		Gauge.builder("onboarding.outbox.refused", () -> waiting().refused())
			.description("Letters that the mail server refused")
			.register(meters);
		Gauge.builder("onboarding.outbox.unknown", () -> waiting().unknown())
			.description("Letters of which nobody knows whether they were sent")
			.register(meters);
	}

	/** What waits, and what went wrong. */
	Waiting waiting() {
		return this.waiting.get();
	}

	private Waiting ask() {
		return this.jdbc.sql("""
				select count(*) filter (where state in ('queued', 'sending', 'deferred')) as letters,
					min(written_at) filter (where state in ('queued', 'sending', 'deferred')) as oldest,
					count(*) filter (where state = 'refused') as refused,
					count(*) filter (where state = 'unknown') as unknown,
					count(*) filter (where state = 'deferred') as deferred,
					min(case state when 'sending' then claimed_at else next_attempt_at end)
						filter (where state in ('queued', 'sending', 'deferred')) as due
				from letter where state in ('queued', 'sending', 'deferred', 'refused', 'unknown')""")
			.query((row, index) -> new Waiting(row.getLong("letters"),
					age(row.getObject("oldest", OffsetDateTime.class)), row.getLong("refused"), row.getLong("unknown"),
					row.getLong("deferred"), age(row.getObject("due", OffsetDateTime.class))))
			.single();
	}

	private Duration age(@Nullable OffsetDateTime written) {
		Instant now = this.clock.instant();
		return (written != null && written.toInstant().isBefore(now)) ? Duration.between(written.toInstant(), now)
				: Duration.ZERO;
	}

	/**
	 * What waits, and what went wrong.
	 *
	 * @param letters how many letters wait to be sent
	 * @param oldest for how long the oldest of them has
	 * @param refused how many the mail server refused
	 * @param unknown of how many nobody knows whether they were sent
	 * @param deferred how many were tried, and wait until they are tried again
	 * @param overdue for how long the next attempt at any of them has been due
	 */
	record Waiting(long letters, Duration oldest, long refused, long unknown, long deferred, Duration overdue) {
	}

}
