package com.modalitysystems.onboarding.process;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.Facts;
import org.camunda.bpm.engine.delegate.DelegateExecution;

import org.springframework.stereotype.Component;

/** Names the one thing to do while consent is awaited: look at it, or remind of it. */
@Component
class DecideNextStep extends CustomerStep {

	private final Facts facts;

	private final Schedule schedule;

	DecideNextStep(Customers customers, Facts facts, Schedule schedule) {
		super(customers);
		this.facts = facts;
		this.schedule = schedule;
	}

	@Override
	void take(Customer customer, DelegateExecution execution) {
		boolean factWaits = this.facts.isWaiting(customer.reference());
		Customer considered = this.facts.consider(customer.reference());
		boolean remind = !factWaits && this.schedule.isReminderDue(considered)
				&& this.schedule.lookedSinceReminderWasDue(considered);
		ProcessVariable.NEXT_STEP.set(execution, remind ? "remind" : "look");
	}

}
