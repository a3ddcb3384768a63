package com.modalitysystems.onboarding.process;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Customers;
import org.camunda.bpm.engine.delegate.DelegateExecution;

import org.springframework.stereotype.Component;

/** Names the one thing to do while set-up is awaited: confirm it, or remind of it. */
@Component
class DecideSetupStep extends CustomerStep {

	private final Customers customers;

	DecideSetupStep(Customers customers) {
		super(customers);
		this.customers = customers;
	}

	@Override
	void take(Customer customer, DelegateExecution execution) {
		Customer considered = this.customers.considerFacts(customer.reference());
		boolean reported = considered.setupReportedAt() != null
				&& !considered.setupReportedAt().isBefore(considered.since());
		ProcessVariable.NEXT_STEP.set(execution, reported ? "confirm" : "remind");
	}

}
