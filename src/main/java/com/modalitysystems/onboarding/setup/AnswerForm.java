package com.modalitysystems.onboarding.setup;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.NewCustomer;
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
		NewCustomer asked = customer.asked();
		return new OnboardingRequest(asked.company(), this.tenant, text(asked.country()), asked.administrator().name(),
				asked.administrator().email().value(), this.adminAddress, text(asked.contact()),
				asked.language().code(), asked.externalReference(), text(asked.keyWish()), text(asked.timeZone()));
	}

	private static @Nullable String text(@Nullable Object value) {
		return (value != null) ? value.toString() : null;
	}

}
