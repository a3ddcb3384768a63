package com.modalitysystems.onboarding.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** How this node fared when it last spoke with the mail server, and how often how. */
@Component
class LastDelivery {

	private final MeterRegistry meters;

	private final Clock clock;

	private volatile @Nullable Outcome outcome;

	LastDelivery(MeterRegistry meters, Clock clock) {
		this.meters = meters;
		this.clock = clock;
	}

	void note(LetterKind kind, LetterState state) {
		this.meters.counter("onboarding.letters", "kind", kind.name(), "outcome", state.name()).increment();
		// of a letter that is withdrawn the mail server hears nothing
		if (state != LetterState.withdrawn) {
			this.outcome = new Outcome(state, this.clock.instant());
		}
	}

	Optional<Outcome> outcome() {
		return Optional.ofNullable(this.outcome);
	}

	/**
	 * The end of a conversation with the mail server.
	 *
	 * @param state what became of the letter
	 * @param at when
	 */
	record Outcome(LetterState state, Instant at) {
	}

}
