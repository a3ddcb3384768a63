package com.modalitysystems.onboarding.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.customer.Consent;
import com.modalitysystems.onboarding.customer.ConsentReturn;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.Facts;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.mail.Reminder;
import com.modalitysystems.onboarding.mail.Tone;
import com.modalitysystems.onboarding.mail.UndeliveredLetters;
import com.modalitysystems.onboarding.time.BusinessCalendar;
import com.modalitysystems.onboarding.time.Workplace;
import org.camunda.bpm.engine.delegate.DelegateExecution;

import org.springframework.stereotype.Component;

/**
 * When things are due: the dates that the drawings ask for, computed from the record each
 * time a wait begins, so that nothing drifts. Never no date at all. Public because the
 * expressions of the drawings call nothing else.
 */
@Component("schedule")
public class Schedule {

	// a timer needs a date; this one is not meant to come
	private static final Duration NEVER = Duration.ofDays(3650);

	// how soon to ask again whether a letter is still in trouble
	private static final Duration TROUBLE = Duration.ofDays(1);

	private final Customers customers;

	private final Facts facts;

	private final BusinessCalendar calendar;

	private final ScheduleSettings settings;

	private final UndeliveredLetters undelivered;

	private final Clock clock;

	Schedule(Customers customers, Facts facts, BusinessCalendar calendar, ScheduleSettings settings,
			UndeliveredLetters undelivered, Clock clock) {
		this.undelivered = undelivered;
		this.customers = customers;
		this.facts = facts;
		this.calendar = calendar;
		this.settings = settings;
		this.clock = clock;
	}

	/** When staff should have decided about the request. */
	public Date approvalDue(DelegateExecution execution) {
		return businessDaysFromNow(this.settings.approvalDue());
	}

	/** When staff should have confirmed that the service works. */
	public Date confirmationDue(DelegateExecution execution) {
		return businessDaysFromNow(this.settings.approvalDue());
	}

	/** When the policy will work everywhere. */
	public Date policySpread(DelegateExecution execution) {
		return Date.from(this.clock.instant().plus(this.settings.policySpreads()));
	}

	/** When an unanswered question goes back to staff; at once when an answer waits. */
	public Date answerOverdue(DelegateExecution execution) {
		return factWaits(execution) ? now() : businessDaysFromNow(this.settings.answerDue());
	}

	/**
	 * When to look at the consent again, or to shut the window; at once when a fact
	 * waits.
	 */
	public Date nextLook(DelegateExecution execution) {
		if (factWaits(execution)) {
			return now();
		}
		Customer customer = customer(execution);
		Instant look = nextLook(customer);
		Instant shut = customer.window().isOpen() ? customer.window().until() : null;
		return Date.from((shut != null && shut.isBefore(look)) ? shut : look);
	}

	/** When to remind of the consent, or to let it expire. */
	public Date consentReminder(DelegateExecution execution) {
		Customer customer = customer(execution);
		Instant reminder = nextReminder(customer);
		Instant expiry = expiry(customer);
		return Date.from(expiry.isBefore(reminder) ? expiry : reminder);
	}

	/** When we stop to wait for the consent. */
	public Date consentExpiry(DelegateExecution execution) {
		return Date.from(expiry(customer(execution)));
	}

	/** When an expired consent cannot be renewed any more. */
	public Date renewalOverdue(DelegateExecution execution) {
		return Date.from(closure(customer(execution)));
	}

	Instant closure(Customer customer) {
		return customer.since().plus(this.settings.renewalTime());
	}

	/** When to remind of the policy; at once when a fact waits. */
	public Date setupReminder(DelegateExecution execution) {
		return factWaits(execution) ? now() : Date.from(nextReminder(customer(execution)));
	}

	/** Until when a window that is opened now stays open. */
	Instant windowUntil() {
		return this.clock.instant().plus(this.settings.window());
	}

	boolean isWindowOverdue(Customer customer) {
		return customer.window().isOverdue(this.clock.instant());
	}

	boolean mayChangeAddressByThemselves(Customer customer) {
		return customer.wishes().addressChanges() < this.settings.addressChanges();
	}

	/** Whether the time for the consent is over; we looked since, so it is. */
	boolean isExpired(Customer customer) {
		return !expiry(customer).isAfter(this.clock.instant()) && lookedSince(customer, expiry(customer));
	}

	/** Whether all letters were written in vain, and only a call is left. */
	boolean isCallDue(Customer customer) {
		return customer.remindersSent() >= ladder(customer).letters();
	}

	/**
	 * How many rungs that are letters are behind us: after a downtime several at once.
	 */
	int lettersDue(Customer customer) {
		return ladder(customer).lettersDueAt(this.clock.instant());
	}

	boolean isReminderDue(Customer customer) {
		return !nextReminder(customer).isAfter(this.clock.instant());
	}

	/** How the reminder that was just counted speaks. */
	Reminder reminder(Customer customer) {
		Ladder ladder = ladder(customer);
		Tone tone = Tone.of(customer.remindersSent(), ladder.letters());
		Instant followed = (customer.stage() == Stage.awaitingConsent) ? expiry(customer)
				: ladder.next(customer.remindersSent(), customer.remindersRestUntil()).orElseThrow();
		return new Reminder(tone,
				(tone == Tone.last) ? followed.atZone(workplaceOf(customer).zone()).toLocalDate() : null);
	}

	/** Whether a reminder at this moment comes more than a business day late. */
	boolean isReminderLate(Customer customer) {
		return isLate(customer, customer.remindersSent(), this.clock.instant());
	}

	boolean isLate(Customer customer, int sent, Instant moment) {
		return ladder(customer).next(sent, null)
			.map(rung -> this.calendar.after(rung, 1, workplaceOf(customer)))
			.filter(moment::isAfter)
			.isPresent();
	}

	/**
	 * Whether the consent was looked at since the reminder fell due: always look first.
	 */
	boolean lookedSinceReminderWasDue(Customer customer) {
		return lookedSince(customer, nextReminder(customer));
	}

	private static boolean lookedSince(Customer customer, Instant moment) {
		Consent seen = customer.consent();
		return seen != null && !seen.lookedAt().isBefore(moment);
	}

	/**
	 * In business hours, as everything that we write. Whoever had the way opened late may
	 * use it for as long as it is open.
	 */
	Instant expiry(Customer customer) {
		Instant end = customer.since().plus(this.settings.consentExpires());
		Instant open = customer.window().isOpen() ? customer.window().until() : null;
		return this.calendar.after((open != null && open.isAfter(end)) ? open : end, 0, workplaceOf(customer));
	}

	/** How many rungs of the ladder are behind us. */
	int remindersDue(Customer customer) {
		return ladder(customer).dueAt(this.clock.instant());
	}

	Ladder ladder(Customer customer) {
		Workplace where = workplaceOf(customer);
		return new Ladder(this.settings.rungsIn(customer.stage())
			.stream()
			.map(days -> this.calendar.after(customer.since(), days, where))
			.toList());
	}

	/** Where the customer's days and hours are counted. */
	Workplace workplaceOf(Customer customer) {
		return this.settings.of(customer);
	}

	/**
	 * The moment until which reminders rest if a customer asks for it.
	 * @param until the day they named, where they are
	 * @return none if that is no day to come, or later than we wait
	 */
	Optional<Instant> restUntil(Customer customer, LocalDate until) {
		Workplace where = workplaceOf(customer);
		Instant moment = this.calendar.after(until.atStartOfDay(where.zone()).toInstant(), 0, where);
		Instant end = (customer.stage() == Stage.awaitingSetup)
				? this.clock.instant().plus(this.settings.consentExpires()) : expiry(customer);
		boolean toCome = moment.isAfter(this.clock.instant()) && moment.isBefore(end);
		return toCome ? Optional.of(moment) : Optional.empty();
	}

	/** When reminders may go on after the customer heard from us late, or anew. */
	Instant afterAPause(CustomerReference reference) {
		return afterAPause(this.customers.require(reference), this.clock.instant());
	}

	Instant afterAPause(Customer customer, Instant heard) {
		return this.calendar.after(heard, this.settings.rungsIn(customer.stage()).stream().findFirst().orElse(0),
				workplaceOf(customer));
	}

	/** When to call again who was called, and did not do what they said. */
	Instant nextCall(Customer customer) {
		return this.calendar.after(this.clock.instant(), this.settings.callAgainIn(customer.stage()),
				workplaceOf(customer));
	}

	private Instant nextReminder(Customer customer) {
		Instant rung = ladder(customer).next(customer.remindersSent(), customer.remindersRestUntil())
			.orElse(customer.since().plus(NEVER));
		// nobody is reminded of a letter that may not have arrived
		Instant trouble = this.undelivered.anyOf(customer.reference()) ? this.clock.instant().plus(TROUBLE) : rung;
		return Stream.of(rung, trouble, opening(customer), spreadsUntil(customer))
			.max(Comparator.naturalOrder())
			.orElse(rung);
	}

	/**
	 * Nobody is reminded of a consent, or called about it, that may only be spreading.
	 */
	private static Instant spreadsUntil(Customer customer) {
		ConsentReturn back = customer.consentReturn();
		return (customer.stage() == Stage.awaitingConsent && back != null && back.error() == null) ? back.spreadsUntil()
				: customer.since();
	}

	/** Nobody is reminded at night or on a Sunday, however late we are. */
	Instant opening(Customer customer) {
		return this.calendar.opening(this.clock.instant(), workplaceOf(customer));
	}

	/**
	 * After as long again as was waited already: often at first, then more and more
	 * rarely.
	 */
	private Instant nextLook(Customer customer) {
		ConsentReturn back = customer.consentReturn();
		Instant from = (back != null) ? back.at() : customer.since();
		Duration least = (back != null) ? this.settings.lookAtLeast() : this.settings.lookUnasked();
		Instant seen = (customer.consent() != null && customer.consent().lookedAt().isAfter(from))
				? customer.consent().lookedAt() : from;
		Duration waited = Duration.between(from, seen);
		Duration wait = (waited.compareTo(least) > 0) ? waited : least;
		return seen.plus((wait.compareTo(this.settings.lookAtMost()) < 0) ? wait : this.settings.lookAtMost());
	}

	private boolean factWaits(DelegateExecution execution) {
		return this.facts.isWaiting(CustomerStep.referenceOf(execution));
	}

	private Customer customer(DelegateExecution execution) {
		return this.customers.require(CustomerStep.referenceOf(execution));
	}

	private Date now() {
		return Date.from(this.clock.instant());
	}

	private Date businessDaysFromNow(int days) {
		return Date.from(this.calendar.after(this.clock.instant(), days, this.settings.ours()));
	}

}
