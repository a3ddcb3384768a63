package com.modalitysystems.onboarding.setup;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.OnboardingRequest;
import org.jspecify.annotations.Nullable;

/**
 * The customer's answer to a question of staff.
 *
 * @param answer in their words
 * @param tenant the tenant, put right if need be
 * @param adminAddress the administrator's address, put right if need be
 */
record AnswerForm(@Nullable String answer, @Nullable String tenant, @Nullable String adminAddress) {

	/** The form before anything was typed: what was asked for stands in it. */
	static AnswerForm of(Customer customer) {
		return new AnswerForm("", customer.asked().tenant().asText(), customer.administrator().address().value());
	}

	/** The request as it is with these corrections. */
	OnboardingRequest corrects(Customer customer) {
		OnboardingRequest asked = OnboardingRequest.of(customer.asked());
		return new OnboardingRequest(asked.company(), this.tenant, asked.country(), asked.adminName(),
				asked.adminEmail(), this.adminAddress, asked.contactEmail(), asked.language(),
				asked.externalReference(), asked.keyWish(), asked.timeZone());
	}

}
