package com.modalitysystems.onboarding.staff;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import com.modalitysystems.onboarding.customer.Customer;

/**
 * One line of the list of onboardings.
 *
 * @param reference its name
 * @param company the company's name
 * @param stage where it stands
 * @param since since when
 */
record FoundOnboarding(String reference, String company, String stage, OffsetDateTime since) {

	static FoundOnboarding of(Customer customer) {
		return new FoundOnboarding(customer.reference().value(), customer.company(), customer.stage().name(),
				customer.since().atOffset(ZoneOffset.UTC));
	}

}
