package com.modalitysystems.onboarding.process;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.Facts;
import com.modalitysystems.onboarding.mail.Letters;
import com.modalitysystems.onboarding.mail.Reminder;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * A step that reminds the customer: once for all rungs that are due. Whoever is reminded
 * late, since we were down or they wished it, gets time before the next rung.
 */
abstract class ReminderStep extends CustomerStep {

	private final Customers customers;

	private final Facts facts;

	private final Letters letters;

	private final Schedule schedule;

	private final Letter letter;

	ReminderStep(Customers customers, Facts facts, Letters letters, Schedule schedule, Letter letter) {
		super(customers);
		this.customers = customers;
		this.facts = facts;
		this.letters = letters;
		this.schedule = schedule;
		this.letter = letter;
	}

	@Override
	void take(Customer customer, DelegateExecution execution) {
		// what came after this was decided may be all that we wait for
		if (!this.facts.isWaiting(customer.reference())) {
			remind(customer);
		}
	}

	private void remind(Customer customer) {
		this.customers.remindersSent(customer.reference(), this.schedule.lettersDue(customer));
		if (this.schedule.isReminderLate(customer)) {
			this.customers.restReminders(customer.reference(), this.schedule.afterAPause(customer.reference()));
		}
		Customer reminded = this.customers.require(customer.reference());
		this.letter.write(this.letters, reminded, this.schedule.reminder(reminded));
	}

	/** Which reminder it is. */
	interface Letter {

		void write(Letters letters, Customer customer, Reminder reminder);

	}

}
