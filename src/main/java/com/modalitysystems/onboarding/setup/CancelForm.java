package com.modalitysystems.onboarding.setup;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The customer wants to stop.
 *
 * @param reason why, in their words
 * @param reference the reference from the letter, which only a reader of letters knows
 */
record CancelForm(@Nullable String reason, @Nullable String reference) {

	boolean names(Customer customer) {
		try {
			return this.reference != null && CustomerReference.of(this.reference).equals(customer.reference());
		}
		catch (Refused ex) {
			return false;
		}
	}

}
