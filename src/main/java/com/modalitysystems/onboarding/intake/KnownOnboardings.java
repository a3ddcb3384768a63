package com.modalitysystems.onboarding.intake;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.LogLines;
import com.modalitysystems.onboarding.customer.Refused;
import com.modalitysystems.onboarding.process.Correspondence;

import org.springframework.stereotype.Component;

/** The onboarding that a call of the API names. */
@Component
class KnownOnboardings {

	private final Customers customers;

	private final Correspondence correspondence;

	KnownOnboardings(Customers customers, Correspondence correspondence) {
		this.customers = customers;
		this.correspondence = correspondence;
	}

	/**
	 * Its record.
	 * @throws UnknownOnboarding if there is none
	 */
	Customer find(String reference) {
		try {
			Customer customer = this.customers.find(CustomerReference.of(reference))
				.orElseThrow(UnknownOnboarding::new);
			LogLines.areAbout(customer.reference());
			return customer;
		}
		catch (Refused ex) {
			throw new UnknownOnboarding();
		}
	}

	/** What a caller is told of it. */
	OnboardingDetails details(Customer customer) {
		return OnboardingDetails.of(customer, this.correspondence.toCome(customer.reference()));
	}

	/**
	 * What a caller is told once it was changed.
	 * @param done whether it was possible where it stands
	 * @throws NotNow if it was not
	 */
	OnboardingDetails after(boolean done, CustomerReference reference) {
		Customer customer = this.customers.require(reference);
		if (!done) {
			throw new NotNow(customer.stage());
		}
		return details(customer);
	}

}
