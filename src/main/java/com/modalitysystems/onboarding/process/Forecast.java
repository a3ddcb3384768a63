package com.modalitysystems.onboarding.process;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.WaitingFor;
import com.modalitysystems.onboarding.mail.UndeliveredLetters;
import com.modalitysystems.onboarding.process.ComingLetters.Kind;
import com.modalitysystems.onboarding.process.ComingLetters.Rest;
import com.modalitysystems.onboarding.process.ComingLetters.Step;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Foretells what the timers of the drawing do, from the record and by their own rules.
 */
@Component
class Forecast {

	private final Schedule schedule;

	private final UndeliveredLetters undelivered;

	private final Clock clock;

	Forecast(Schedule schedule, UndeliveredLetters undelivered, Clock clock) {
		this.schedule = schedule;
		this.undelivered = undelivered;
		this.clock = clock;
	}

	ComingLetters of(Customer customer) {
		return switch (customer.stage()) {
			case awaitingConsent -> whileWaiting(customer, Kind.consentReminder, this.schedule.expiry(customer));
			case awaitingSetup -> whileWaiting(customer, Kind.setupReminder, null);
			case expired -> new Outlook(customer).add(Kind.closure, this.schedule.closure(customer)).finish(null);
			default -> new Outlook(customer).finish(null);
		};
	}

	private ComingLetters whileWaiting(Customer customer, Kind letter, @Nullable Instant end) {
		Outlook outlook = new Outlook(customer);
		// the timers stand still
		if (isOurTurn(customer)) {
			return (end != null && isCalled(customer)) ? outlook.add(Kind.expiry, end).finish(Rest.ourTurn)
					: outlook.finish(Rest.ourTurn);
		}
		boolean trouble = this.undelivered.anyOf(customer.reference());
		if (!trouble) {
			climb(customer, letter, end, outlook);
		}
		if (end != null) {
			outlook.add(Kind.expiry, end);
		}
		return outlook.finish(trouble ? Rest.letterInTrouble : null);
	}

	private static boolean isOurTurn(Customer customer) {
		return customer.waitingFor() == WaitingFor.staff || customer.waitingFor() == WaitingFor.operator
				|| customer.setupReportedAt() != null;
	}

	/** Who is only called asked us for nothing: their time goes on. */
	private boolean isCalled(Customer customer) {
		return customer.waitingFor() == WaitingFor.staff && this.schedule.isCallDue(customer)
				&& customer.wishes().address() == null && customer.wishes().successor() == null
				&& customer.trouble().times() == 0;
	}

	/** The rungs that are left, as {@link ReminderStep} takes them. */
	private void climb(Customer customer, Kind letter, @Nullable Instant end, Outlook outlook) {
		Ladder ladder = this.schedule.ladder(customer);
		int sent = customer.remindersSent();
		Instant rest = later(customer.remindersRestUntil(),
				later(this.schedule.opening(customer), this.clock.instant()));
		Optional<Instant> next = ladder.next(sent, rest);
		while (next.isPresent() && (end == null || next.get().isBefore(end))) {
			Instant moment = next.get();
			if (sent >= ladder.letters()) {
				outlook.add(Kind.call, moment);
				return;
			}
			outlook.add(letter, moment);
			rest = this.schedule.isLate(customer, sent, moment) ? this.schedule.afterAPause(customer, moment) : rest;
			sent = ladder.lettersDueAt(moment);
			next = ladder.next(sent, rest);
		}
	}

	private static Instant later(@Nullable Instant one, Instant other) {
		return (one != null && one.isAfter(other)) ? one : other;
	}

	/** What is foretold, as it is put together. */
	private final class Outlook {

		private final ZoneId zone;

		private final List<Step> steps = new ArrayList<>();

		private final Instant now = Forecast.this.clock.instant();

		Outlook(Customer customer) {
			this.zone = Forecast.this.schedule.workplaceOf(customer).zone();
		}

		/** What should have come already comes now. */
		Outlook add(Kind kind, Instant moment) {
			this.steps.add(new Step(kind, later(moment, this.now).atZone(this.zone)));
			return this;
		}

		ComingLetters finish(@Nullable Rest rest) {
			return new ComingLetters(this.zone, this.steps, rest);
		}

	}

}
