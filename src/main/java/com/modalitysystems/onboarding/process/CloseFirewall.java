package com.modalitysystems.onboarding.process;

import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerWishes;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.Trail;
import com.modalitysystems.onboarding.firewall.Firewall;
import org.camunda.bpm.engine.delegate.DelegateExecution;

import org.springframework.stereotype.Component;

/** Shuts the administrator's address out of the consent page. */
@Component
class CloseFirewall extends CustomerStep {

	private final Firewall firewall;

	private final CustomerWishes wishes;

	private final Trail trail;

	CloseFirewall(Customers customers, Firewall firewall, CustomerWishes wishes, Trail trail) {
		super(customers);
		this.wishes = wishes;
		this.firewall = firewall;
		this.trail = trail;
	}

	@Override
	void take(Customer customer, DelegateExecution execution) {
		this.firewall.shut(customer.reference());
		this.wishes.windowShut(customer.reference());
		this.trail.add(customer.reference(), Actor.SYSTEM, "firewallClosed");
	}

}
