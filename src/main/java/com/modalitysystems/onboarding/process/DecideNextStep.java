package com.modalitysystems.onboarding.process;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Customers;
import org.camunda.bpm.engine.delegate.DelegateExecution;

import org.springframework.stereotype.Component;

/** Names the one thing to do while consent is awaited: look at it, or remind of it. */
@Component
class DecideNextStep extends CustomerStep {

	private final Customers customers;

	private final Schedule schedule;

	DecideNextStep(Customers customers, Schedule schedule) {
		super(customers);
		this.customers = customers;
		this.schedule = schedule;
	}

	@Override
	void take(Customer customer, DelegateExecution execution) {
		boolean factWaits = this.customers.factWaits(customer.reference());
		Customer considered = this.customers.considerFacts(customer.reference());
		boolean remind = !factWaits && this.schedule.isReminderDue(considered)
				&& this.schedule.lookedSinceReminderWasDue(considered);
		ProcessVariable.NEXT_STEP.set(execution, remind ? "remind" : "look");
	}

}
