package com.modalitysystems.onboarding.mail;

import java.util.Map;

import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.CustomerReference;
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
			case accepted -> {
				note(letter, "letterSent");
				this.events.publishEvent(new LetterArrived(letter.reference(), letter.id()));
			}
			case withdrawn -> {
				note(letter, "letterWithdrawn");
				this.events.publishEvent(new LetterWithdrawn(letter.reference(), letter.id()));
			}
			case refused -> {
				note(letter, "letterRefused");
				this.events.publishEvent(new LetterInTrouble(letter.reference(), letter.id()));
			}
			case unknown -> {
				note(letter, "letterUnknown");
				this.events.publishEvent(new LetterInTrouble(letter.reference(), letter.id()));
			}
			case queued, sending, deferred, left -> {
				// on its way, or staff know
			}
		}
	}

	/** A letter that was taken came back, perhaps days later. */
	void cameBack(UndeliveredLetter letter) {
		note(letter.reference(), letter.kind(), letter.addressee(), "letterCameBack");
		this.events.publishEvent(new LetterInTrouble(letter.reference(), letter.id()));
	}

	private void note(Envelope letter, String what) {
		note(letter.reference(), letter.kind(), letter.addressee(), what);
	}

	private void note(CustomerReference reference, LetterKind kind, Addressee addressee, String what) {
		this.trail.add(reference, Actor.SYSTEM, what, Map.of("kind", kind.name(), "to", addressee.name()));
	}

}
