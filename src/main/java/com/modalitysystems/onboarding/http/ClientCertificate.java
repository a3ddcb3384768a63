package com.modalitysystems.onboarding.http;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * A certificate of an application, with its private key.
 *
 * @param key the private key
 * @param publicPart the certificate that is registered
 */
record ClientCertificate(PrivateKey key, X509Certificate publicPart) implements ClientProof {

	@Override
	public Optional<X509Certificate> certificate() {
		return Optional.of(this.publicPart);
	}

	@Override
	public String toString() {
		return "certificate " + this.publicPart.getSerialNumber().toString(16);
	}

}
