package com.modalitysystems.onboarding.process;

import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerWishes;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.Trail;
import com.modalitysystems.onboarding.mail.Letters;
import org.camunda.bpm.engine.delegate.DelegateExecution;

import org.springframework.stereotype.Component;

/** Tells both sides that the time for the consent is over, and how to renew it. */
@Component
class SendExpiryNotice extends CustomerStep {

	private final CustomerWishes wishes;

	private final Letters letters;

	private final Trail trail;

	SendExpiryNotice(Customers customers, CustomerWishes wishes, Letters letters, Trail trail) {
		super(customers);
		this.wishes = wishes;
		this.letters = letters;
		this.trail = trail;
	}

	@Override
	void take(Customer customer, DelegateExecution execution) {
		// they may have renewed while this step could not be done
		if (!this.wishes.isRenewalWished(customer.reference())) {
			this.letters.expiryNotice(customer);
		}
		this.trail.add(customer.reference(), Actor.SYSTEM, "consentExpired");
	}

}
