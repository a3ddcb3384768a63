package com.modalitysystems.onboarding.setup;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.modalitysystems.onboarding.customer.SetupResult;

/**
 * A result of the script with its signature.
 *
 * @param result what it found and did
 * @param signature its signature, or the beginning of it, in hexadecimal digits
 */
record ScriptReport(@JsonUnwrapped SetupResult result, String signature) {

	ScriptReport {
		Objects.requireNonNull(result);
		Objects.requireNonNull(signature);
	}

}
