package com.modalitysystems.onboarding.process;

import com.modalitysystems.onboarding.conference.ConferencePlatform;
import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.Trail;
import org.camunda.bpm.engine.delegate.DelegateExecution;

import org.springframework.stereotype.Component;

/** Takes the customer's place on the conference platform away. */
@Component
class WithdrawConference extends CustomerStep {

	private final ConferencePlatform platform;

	private final Trail trail;

	WithdrawConference(Customers customers, ConferencePlatform platform, Trail trail) {
		super(customers);
		this.platform = platform;
		this.trail = trail;
	}

	@Override
	void take(Customer customer, DelegateExecution execution) {
		this.platform.withdraw(customer.reference());
		this.trail.add(customer.reference(), Actor.SYSTEM, "conferenceWithdrawn");
	}

}
