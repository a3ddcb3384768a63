package com.modalitysystems.onboarding.process;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.Facts;
import org.camunda.bpm.engine.delegate.DelegateExecution;

import org.springframework.stereotype.Component;

/**
 * Names the one thing to do while set-up is awaited: confirm it, remind of it, or wait.
 */
@Component
class DecideSetupStep extends CustomerStep {

	private final Facts facts;

	private final Schedule schedule;

	DecideSetupStep(Customers customers, Facts facts, Schedule schedule) {
		super(customers);
		this.facts = facts;
		this.schedule = schedule;
	}

	@Override
	void take(Customer customer, DelegateExecution execution) {
		Customer considered = this.facts.consider(customer.reference());
		ProcessVariable.NEXT_STEP.set(execution, nextStep(considered));
	}

	private String nextStep(Customer customer) {
		if (customer.setupReportedAt() != null) {
			return "confirm";
		}
		if (!this.schedule.isReminderDue(customer)) {
			return "wait";
		}
		return this.schedule.isCallDue(customer) ? "call" : "remind";
	}

}
