package com.modalitysystems.onboarding.http;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * With what an application proves to Microsoft Entra that it is itself: a secret, or the
 * private key of a certificate that is registered with it. It does not print.
 */
public sealed interface ClientProof permits ClientSecret, ClientCertificate {

	/**
	 * The one that the settings hold.
	 * @param prefix of the settings {@code client-secret}, {@code certificate} and
	 * {@code certificate-password}
	 * @param secret the secret, if that is the way
	 * @param certificate the PKCS#12 file, if that is the way
	 * @param password what opens the file
	 * @throws IllegalArgumentException naming the setting that is missing, too many or
	 * wrong
	 */
	static ClientProof of(String prefix, @Nullable String secret, @Nullable Path certificate,
			@Nullable String password) {
		String given = (secret == null || secret.isBlank()) ? null : secret;
		Path file = (certificate == null || certificate.toString().isBlank()) ? null : certificate;
		if (given != null && file == null) {
			return new ClientSecret(given);
		}
		if (file != null && given == null) {
			return new Pkcs12(prefix + ".certificate", file).read((password != null) ? password : "");
		}
		throw new IllegalArgumentException((given == null)
				? prefix + ".client-secret or " + prefix + ".certificate is needed: how our application signs in"
				: prefix + ".client-secret and " + prefix + ".certificate are both given: leave one of them out");
	}

	/** The certificate, which is no secret; none if this is no certificate. */
	Optional<X509Certificate> certificate();

}
