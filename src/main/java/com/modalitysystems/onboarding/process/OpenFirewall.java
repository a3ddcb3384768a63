package com.modalitysystems.onboarding.process;

import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.Trail;
import com.modalitysystems.onboarding.firewall.Firewall;
import org.camunda.bpm.engine.delegate.DelegateExecution;

import org.springframework.stereotype.Component;

/** Lets the administrator's address reach the consent page. */
@Component
class OpenFirewall extends CustomerStep {

	private final Firewall firewall;

	private final Trail trail;

	OpenFirewall(Customers customers, Firewall firewall, Trail trail) {
		super(customers);
		this.firewall = firewall;
		this.trail = trail;
	}

	@Override
	void take(Customer customer, DelegateExecution execution) {
		this.firewall.admit(customer);
		this.trail.add(customer.reference(), Actor.SYSTEM, "firewallOpened");
	}

}
