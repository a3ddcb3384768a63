package com.modalitysystems.onboarding.process;

import java.util.Map;

import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.AlreadyOnboarding;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.Facts;
import com.modalitysystems.onboarding.customer.Tenant;
import com.modalitysystems.onboarding.customer.Trail;
import com.modalitysystems.onboarding.directory.TenantDirectory;
import com.modalitysystems.onboarding.directory.TenantLookup;
import org.camunda.bpm.engine.delegate.DelegateExecution;

import org.springframework.stereotype.Component;

/** Finds out whether the tenant exists and can be onboarded. */
@Component
class ValidateTenant extends CustomerStep {

	static final String ALREADY_ONBOARDING = "alreadyOnboarding";

	private final Customers customers;

	private final Facts facts;

	private final TenantDirectory directory;

	private final EmailDomains domains;

	private final Trail trail;

	ValidateTenant(Customers customers, Facts facts, TenantDirectory directory, EmailDomains domains, Trail trail) {
		super(customers);
		this.customers = customers;
		this.facts = facts;
		this.directory = directory;
		this.domains = domains;
		this.trail = trail;
	}

	@Override
	void take(Customer customer, DelegateExecution execution) {
		ProcessVariable.TENANT_REFUSAL.clear(execution);
		TenantLookup lookup = this.directory.find(customer.asked().tenant());
		if (lookup instanceof TenantLookup.Found found) {
			accept(customer, found.tenant(), execution);
		}
		else if (lookup instanceof TenantLookup.Refused refused) {
			refuse(customer, refused.reason().name(), execution);
		}
	}

	private void accept(Customer customer, Tenant tenant, DelegateExecution execution) {
		this.facts.consider(customer.reference());
		try {
			this.customers.tenantFound(customer.reference(), tenant,
					this.domains.isOf(tenant.id(), customer.administrator().email()));
			this.trail.add(customer.reference(), Actor.SYSTEM, "tenantValidated",
					Map.of("tenant", tenant.id().asText()));
		}
		catch (AlreadyOnboarding ex) {
			ProcessVariable.OTHER_ONBOARDING.set(execution, ex.reference().value());
			refuse(customer, ALREADY_ONBOARDING, execution);
		}
	}

	private void refuse(Customer customer, String reason, DelegateExecution execution) {
		this.facts.consider(customer.reference());
		this.trail.add(customer.reference(), Actor.SYSTEM, "tenantRefused", Map.of("reason", reason));
		ProcessVariable.TENANT_REFUSAL.set(execution, reason);
		throw ErrorCode.tenantRefused.raise();
	}

}
