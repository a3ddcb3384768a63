package com.modalitysystems.onboarding.setup;

import com.modalitysystems.onboarding.customer.Consent;
import com.modalitysystems.onboarding.customer.ConsentReturn;
import com.modalitysystems.onboarding.customer.Customer;

/** What there is to say to the customer of the consent; each has words of its own. */
enum ConsentNews {

	/** Nobody came back, and we did not look. */
	none,
	/** The administrator came back, and we have not looked since. */
	checking,
	/** The administrator came back without consent. */
	declined,
	/** The tenant granted everything that can be checked. */
	verified,
	/** The tenant does not show the consent, or not yet. */
	notYet,
	/** The tenant granted some permissions only. */
	incomplete,
	/** The consent was given in another tenant. */
	wrongTenant,
	/** The tenant bars the application. */
	blocked;

	static ConsentNews of(Customer customer) {
		Consent seen = customer.consent();
		ConsentReturn back = customer.consentReturn();
		boolean verified = seen != null && seen.isVerified();
		if (!verified && back != null) {
			if (back.error() != null && (seen == null || seen.outcome() == Consent.Outcome.notYet)) {
				return declined;
			}
			if (seen == null || seen.lookedAt().isBefore(back.at())) {
				return checking;
			}
		}
		return (seen != null) ? of(seen.outcome()) : none;
	}

	private static ConsentNews of(Consent.Outcome outcome) {
		return switch (outcome) {
			case verified -> verified;
			case notYet -> notYet;
			case incomplete -> incomplete;
			case wrongTenant -> wrongTenant;
			case blocked -> blocked;
		};
	}

}
