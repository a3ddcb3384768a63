package com.modalitysystems.onboarding.process;

import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerWishes;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.Facts;
import com.modalitysystems.onboarding.customer.Trail;
import com.modalitysystems.onboarding.mail.Letters;
import org.camunda.bpm.engine.delegate.DelegateExecution;

import org.springframework.stereotype.Component;

/**
 * Gives the onboarding to the colleague whom the administrator named: with a link of
 * their own, and a letter to both. The old link leads nowhere from now on.
 */
@Component
class HandOver extends CustomerStep {

	private final Customers customers;

	private final CustomerWishes wishes;

	private final Facts facts;

	private final Letters letters;

	private final Trail trail;

	HandOver(Customers customers, CustomerWishes wishes, Facts facts, Letters letters, Trail trail) {
		super(customers);
		this.customers = customers;
		this.wishes = wishes;
		this.facts = facts;
		this.letters = letters;
		this.trail = trail;
	}

	@Override
	void take(Customer customer, DelegateExecution execution) {
		// done before, on another node; or they named somebody else since this was
		// decided
		if (customer.wishes().successor() == null || this.facts.isWaiting(customer.reference())) {
			return;
		}
		this.letters.handedOver(customer);
		this.wishes.handedOver(customer.reference());
		this.letters.consentInvitation(this.customers.require(customer.reference()));
		this.trail.add(customer.reference(), Actor.SYSTEM, "handedOver");
	}

}
