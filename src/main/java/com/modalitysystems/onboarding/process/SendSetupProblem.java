package com.modalitysystems.onboarding.process;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.mail.Letters;
import org.camunda.bpm.engine.delegate.DelegateExecution;

import org.springframework.stereotype.Component;

/** Tells the customer what staff saw in the test call; reports from before are moot. */
@Component
class SendSetupProblem extends CustomerStep {

	private final Customers customers;

	private final Letters letters;

	SendSetupProblem(Customers customers, Letters letters) {
		super(customers);
		this.customers = customers;
		this.letters = letters;
	}

	@Override
	void take(Customer customer, DelegateExecution execution) {
		this.letters.setupProblem(customer);
		this.customers.setupProblemTold(customer.reference());
	}

}
