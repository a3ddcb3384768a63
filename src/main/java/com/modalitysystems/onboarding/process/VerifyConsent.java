package com.modalitysystems.onboarding.process;

import java.time.Duration;
import java.util.Map;

import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.Consent;
import com.modalitysystems.onboarding.customer.ConsentReturn;
import com.modalitysystems.onboarding.customer.ConsentTrouble;
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

	private static final int TOLD_AT_MOST = 2;

	// what does not show after as long was not granted
	private static final Duration SPREADS = Duration.ofMinutes(30);

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
		ProcessVariable.NEXT_STEP.set(execution, nextStep(customer, consent));
	}

	/**
	 * A trouble is told once, and again when the administrator came back since; after the
	 * second time it takes a person.
	 */
	private static String nextStep(Customer customer, Consent consent) {
		ConsentTrouble before = customer.trouble();
		if (!consent.outcome().isTrouble() || !isNews(customer, consent)) {
			return "wait";
		}
		return (before.times() < TOLD_AT_MOST) ? "tell" : "resolve";
	}

	private static boolean isNews(Customer customer, Consent consent) {
		ConsentTrouble before = customer.trouble();
		ConsentReturn back = customer.consentReturn();
		return before.at() == null || before.told() != consent.outcome()
				|| (back != null && back.at().isAfter(before.at()));
	}

	// after a return without an error the grant may still be spreading through
	// Microsoft's directory
	private static WaitingFor whoseTurn(Customer customer, Consent consent) {
		ConsentReturn back = customer.consentReturn();
		boolean spreading = consent.outcome() == Consent.Outcome.notYet && back != null && back.error() == null
				&& consent.lookedAt().isBefore(back.at().plus(SPREADS));
		return spreading ? WaitingFor.microsoft : WaitingFor.customer;
	}

}
