package com.modalitysystems.onboarding.process;

import java.util.Map;

import com.modalitysystems.onboarding.conference.ConferencePlatform;
import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.IssuedValues;
import com.modalitysystems.onboarding.customer.Trail;
import org.camunda.bpm.engine.delegate.DelegateExecution;

import org.springframework.stereotype.Component;

/** Gives the customer its place on the conference platform, and its values. */
@Component
class IssueTenantKey extends CustomerStep {

	private final Customers customers;

	private final ConferencePlatform platform;

	private final Trail trail;

	IssueTenantKey(Customers customers, ConferencePlatform platform, Trail trail) {
		super(customers);
		this.customers = customers;
		this.platform = platform;
		this.trail = trail;
	}

	@Override
	void take(Customer customer, DelegateExecution execution) {
		IssuedValues issued = this.platform.provision(customer);
		this.customers.issued(customer.reference(), issued);
		this.trail.add(customer.reference(), Actor.SYSTEM, "tenantKeyIssued", Map.of("tenantKey", issued.tenantKey()));
	}

}
