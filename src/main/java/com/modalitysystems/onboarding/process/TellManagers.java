package com.modalitysystems.onboarding.process;

import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.Trail;
import com.modalitysystems.onboarding.mail.Letters;
import org.camunda.bpm.engine.delegate.DelegateExecution;

import org.springframework.stereotype.Component;

/** Tells the managers that a request waits for approval too long. */
@Component
class TellManagers extends CustomerStep {

	private final Letters letters;

	private final Trail trail;

	TellManagers(Customers customers, Letters letters, Trail trail) {
		super(customers);
		this.letters = letters;
		this.trail = trail;
	}

	@Override
	void take(Customer customer, DelegateExecution execution) {
		this.letters.approvalOverdue(customer);
		this.trail.add(customer.reference(), Actor.SYSTEM, "approvalOverdue");
	}

}
