package com.modalitysystems.onboarding.process;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.Facts;
import com.modalitysystems.onboarding.mail.Letters;
import org.camunda.bpm.engine.delegate.DelegateExecution;

import org.springframework.stereotype.Component;

/** Tells the customer what staff saw in the test call; reports from before are moot. */
@Component
class SendSetupProblem extends CustomerStep {

	private final Facts facts;

	private final Letters letters;

	SendSetupProblem(Customers customers, Facts facts, Letters letters) {
		super(customers);
		this.facts = facts;
		this.letters = letters;
	}

	@Override
	void take(Customer customer, DelegateExecution execution) {
		this.letters.setupProblem(customer);
		this.facts.setupProblemTold(customer.reference());
	}

}
