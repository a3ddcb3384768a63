package com.modalitysystems.onboarding.process;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Customers;
import org.camunda.bpm.engine.delegate.DelegateExecution;

import org.springframework.stereotype.Component;

/**
 * Names the one thing to do while set-up is awaited: confirm it, remind of it, or wait.
 */
@Component
class DecideSetupStep extends CustomerStep {

	private final Customers customers;

	private final Schedule schedule;

	DecideSetupStep(Customers customers, Schedule schedule) {
		super(customers);
		this.customers = customers;
		this.schedule = schedule;
	}

	@Override
	void take(Customer customer, DelegateExecution execution) {
		Customer considered = this.customers.considerFacts(customer.reference());
		ProcessVariable.NEXT_STEP.set(execution, nextStep(considered));
	}

	private String nextStep(Customer customer) {
		if (customer.setupReportedAt() != null) {
			return "confirm";
		}
		return this.schedule.isReminderDue(customer) ? "remind" : "wait";
	}

}
