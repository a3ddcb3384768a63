package com.modalitysystems.onboarding.process;

import java.util.Map;

import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.Consent;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.Facts;
import com.modalitysystems.onboarding.customer.Trail;
import com.modalitysystems.onboarding.customer.WaitingFor;
import com.modalitysystems.onboarding.directory.TenantDirectory;
import org.camunda.bpm.engine.delegate.DelegateExecution;

import org.springframework.stereotype.Component;

/** Asks the customer's tenant itself whether it consented. */
@Component
class VerifyConsent extends CustomerStep {

	private final Customers customers;

	private final Facts facts;

	private final TenantDirectory directory;

	private final Trail trail;

	VerifyConsent(Customers customers, Facts facts, TenantDirectory directory, Trail trail) {
		super(customers);
		this.customers = customers;
		this.facts = facts;
		this.directory = directory;
		this.trail = trail;
	}

	@Override
	void take(Customer customer, DelegateExecution execution) {
		Consent consent = this.directory.consentOf(customer);
		this.customers.consentSeen(customer.reference(), consent);
		this.customers.waitFor(customer.reference(), whoseTurn(customer, consent));
		if (customer.consent() == null || customer.consent().outcome() != consent.outcome()) {
			this.trail.add(customer.reference(), Actor.SYSTEM, "consentChecked",
					Map.of("outcome", consent.outcome().name()));
		}
		if (consent.isVerified()) {
			// a second return is no news for what comes next
			this.facts.consider(customer.reference());
		}
		ProcessVariable.CONSENT_OUTCOME.set(execution, consent.outcome().name());
	}

	// after a return without an error the grant may still be spreading through
	// Microsoft's directory
	private static WaitingFor whoseTurn(Customer customer, Consent consent) {
		boolean spreading = consent.outcome() == Consent.Outcome.notYet && customer.consentReturn() != null
				&& customer.consentReturn().error() == null;
		return spreading ? WaitingFor.microsoft : WaitingFor.customer;
	}

}
