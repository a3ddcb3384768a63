package com.modalitysystems.onboarding.setup;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Refused;
import com.modalitysystems.onboarding.customer.SetupResult;

/**
 * A result of the script with its signature.
 *
 * @param result what it found and did
 * @param signature its signature, or the beginning of it, in hexadecimal digits
 */
record ScriptReport(@JsonUnwrapped SetupResult result, String signature) {

	/** By how much the clock of a computer may be wrong. */
	private static final Duration WRONG = Duration.ofDays(1);

	ScriptReport {
		Objects.requireNonNull(result);
		Objects.requireNonNull(signature);
	}

	/**
	 * See whether it can have been made when it says.
	 * @throws Refused if that is before the customer came to us, or still to come
	 */
	void requireTimely(Customer customer, Instant now) {
		Instant at = this.result.at();
		if (at.isBefore(customer.requestedAt().minus(WRONG)) || at.isAfter(now.plus(WRONG))) {
			throw new Refused("code.clock");
		}
	}

}
