package com.modalitysystems.onboarding.process;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.mail.Letters;
import org.camunda.bpm.engine.delegate.DelegateExecution;

import org.springframework.stereotype.Component;

/**
 * Reminds the customer's administrator of the consent: once for all rungs that are due.
 */
@Component
class SendConsentReminder extends CustomerStep {

	private final Customers customers;

	private final Letters letters;

	private final Schedule schedule;

	SendConsentReminder(Customers customers, Letters letters, Schedule schedule) {
		super(customers);
		this.customers = customers;
		this.letters = letters;
		this.schedule = schedule;
	}

	@Override
	void take(Customer customer, DelegateExecution execution) {
		this.letters.consentReminder(customer);
		this.customers.remindersSent(customer.reference(), this.schedule.remindersDue(customer));
	}

}
