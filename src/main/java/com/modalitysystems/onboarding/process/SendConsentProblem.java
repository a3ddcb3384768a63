package com.modalitysystems.onboarding.process;

import com.modalitysystems.onboarding.customer.Consent;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerWishes;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.mail.Letters;
import org.camunda.bpm.engine.delegate.DelegateExecution;

import org.springframework.stereotype.Component;

/** Tells the administrator what is wrong with the consent, and what to do. */
@Component
class SendConsentProblem extends CustomerStep {

	private final CustomerWishes wishes;

	private final Letters letters;

	SendConsentProblem(Customers customers, CustomerWishes wishes, Letters letters) {
		super(customers);
		this.wishes = wishes;
		this.letters = letters;
	}

	@Override
	void take(Customer customer, DelegateExecution execution) {
		Consent seen = customer.consent();
		if (seen != null) {
			this.letters.consentProblem(customer);
			this.wishes.consentTroubleTold(customer.reference(), seen.outcome());
		}
	}

}
