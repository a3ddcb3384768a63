package com.modalitysystems.onboarding.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What an application that has a certificate says of itself, signed with its private key.
 *
 * @param header names the certificate
 * @param claims what is said
 * @param signed the text that was signed
 * @param signature of that text, in Base64
 */
record ClientAssertion(JsonNode header, JsonNode claims, String signed, String signature) {

	private static final PSSParameterSpec PSS = new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32,
			1);

	/** The parts of a JWT; nothing when it is none. */
	static Optional<ClientAssertion> of(String text, ObjectMapper json) {
		String[] parts = text.split("\\.", -1);
		if (parts.length != 3) {
			return Optional.empty();
		}
		try {
			JsonNode header = json.readTree(decode(parts[0]));
			JsonNode claims = json.readTree(decode(parts[1]));
			return (header.isObject() && claims.isObject())
					? Optional.of(new ClientAssertion(header, claims, parts[0] + "." + parts[1], parts[2]))
					: Optional.empty();
		}
		catch (IOException | IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/** Whether it names this certificate, by either of the two thumbprints. */
	boolean names(X509Certificate certificate) {
		return isThumbprint("x5t#S256", "SHA-256", certificate) || isThumbprint("x5t", "SHA-1", certificate);
	}

	private boolean isThumbprint(String name, String algorithm, X509Certificate certificate) {
		try {
			byte[] expected = MessageDigest.getInstance(algorithm).digest(certificate.getEncoded());
			return MessageDigest.isEqual(expected, decode(this.header.path(name).asText()));
		}
		catch (GeneralSecurityException | IllegalArgumentException ex) {
			return false;
		}
	}

	/** Whether the holder of this certificate's private key signed it. */
	boolean isSignedBy(X509Certificate certificate) {
		try {
			Signature check = switch (this.header.path("alg").asText()) {
				case "RS256" -> Signature.getInstance("SHA256withRSA");
				case "PS256" -> pss();
				default -> throw new GeneralSecurityException("Entra takes no other");
			};
			check.initVerify(certificate.getPublicKey());
			check.update(this.signed.getBytes(StandardCharsets.US_ASCII));
			return check.verify(decode(this.signature));
		}
		catch (GeneralSecurityException | IllegalArgumentException ex) {
			return false;
		}
	}

	private static Signature pss() throws GeneralSecurityException {
		Signature signature = Signature.getInstance("RSASSA-PSS");
		signature.setParameter(PSS);
		return signature;
	}

	// MSAL for Java writes thumbprints in the common alphabet of Base64, and Entra takes
	// them
	private static byte[] decode(String base64) {
		return Base64.getUrlDecoder().decode(base64.replace('+', '-').replace('/', '_'));
	}

}
