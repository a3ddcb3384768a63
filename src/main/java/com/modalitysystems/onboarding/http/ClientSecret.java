package com.modalitysystems.onboarding.http;

import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * A password of an application.
 *
 * @param reveal the password itself
 */
record ClientSecret(String reveal) implements ClientProof {

	@Override
	public Optional<X509Certificate> certificate() {
		return Optional.empty();
	}

	@Override
	public String toString() {
		return "********";
	}

}
