package com.modalitysystems.onboarding.mail;

import java.time.Duration;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Whether letters go out, told from those that are not even tried when their time has
 * come. In the place of Spring's own, which speaks with the mail server each time it is
 * asked.
 */
@Component("mailHealthIndicator")
class OutboxHealth extends AbstractHealthIndicator {

	// a letter is tried within a second or two of its time; that one recipient's server
	// defers it says nothing of
	// the others
	private static final Duration LATE = Duration.ofMinutes(15);

	private final OutboxFigures figures;

	private final LastDelivery last;

	OutboxHealth(OutboxFigures figures, LastDelivery last) {
		this.figures = figures;
		this.last = last;
	}

	@Override
	protected void doHealthCheck(Health.Builder health) {
		OutboxFigures.Waiting waiting = this.figures.waiting();
		health.status((waiting.overdue().compareTo(LATE) > 0) ? Status.DOWN : Status.UP)
			.withDetail("waiting", waiting.letters())
			.withDetail("oldestSeconds", waiting.oldest().toSeconds())
			.withDetail("overdueSeconds", waiting.overdue().toSeconds())
			.withDetail("deferred", waiting.deferred())
			.withDetail("refused", waiting.refused())
			.withDetail("unknown", waiting.unknown());
		this.last.outcome()
			.ifPresent(outcome -> health.withDetail("lastOutcome", outcome.state()).withDetail("lastAt", outcome.at()));
	}

}
