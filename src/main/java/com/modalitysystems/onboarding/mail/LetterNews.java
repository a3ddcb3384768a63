package com.modalitysystems.onboarding.mail;

import java.util.Map;

import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.Trail;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Tells what became of a letter: the trail always, the rest of the house where somebody
 * has to act.
 */
@Component
class LetterNews {

	private final Trail trail;

	private final ApplicationEventPublisher events;

	LetterNews(Trail trail, ApplicationEventPublisher events) {
		this.trail = trail;
		this.events = events;
	}

	void tell(Envelope letter, LetterState state) {
		switch (state) {
			case accepted -> note(letter, "letterSent");
			case withdrawn -> note(letter, "letterWithdrawn");
			case refused -> {
				note(letter, "letterRefused");
				this.events.publishEvent(new LetterRefused(letter.reference(), letter.kind()));
			}
			case unknown -> {
				note(letter, "letterUnknown");
				this.events.publishEvent(new LetterUnknown(letter.reference(), letter.kind()));
			}
			case queued, sending, deferred -> {
				// on its way: nothing to tell yet
			}
		}
	}

	private void note(Envelope letter, String what) {
		this.trail.add(letter.reference(), Actor.SYSTEM, what,
				Map.of("kind", letter.kind().name(), "to", letter.addressee().name()));
	}

}
