package com.modalitysystems.onboarding.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A client's proof of itself, as the Pexip management node reads it. */
final class PexipAssertion {

	private static final ObjectMapper JSON = new ObjectMapper();

	private static final Duration LONGEST = Duration.ofHours(1);

	private static final Duration SKEW = Duration.ofMinutes(1);

	private final String[] parts;

	private final JsonNode claims;

	private PexipAssertion(String[] parts, JsonNode claims) {
		this.parts = parts;
		this.claims = claims;
	}

	static PexipAssertion read(String text) {
		String[] parts = text.split("\\.", -1);
		if (parts.length != 3 || !decode(parts[0]).path("alg").asText().equals("ES256")) {
			throw PexipError.invalidClient();
		}
		return new PexipAssertion(parts, decode(parts[1]));
	}

	/** The name under which it was issued, which must not come twice. */
	String id() {
		return this.claims.path("jti").asText();
	}

	/**
	 * Refuse whatever the client of this name and key has not made for us and for now.
	 */
	void check(String clientId, String publicKey, String audience, Instant now) {
		Instant issued = Instant.ofEpochSecond(this.claims.path("iat").asLong());
		Instant expires = Instant.ofEpochSecond(this.claims.path("exp").asLong());
		boolean named = says("iss", clientId) && says("sub", clientId) && says("aud", audience) && !id().isEmpty();
		boolean timely = expires.isAfter(now) && !issued.isAfter(now.plus(SKEW))
				&& !expires.isAfter(issued.plus(LONGEST));
		if (!named || !timely || !isSignedBy(publicKey)) {
			throw PexipError.invalidClient();
		}
	}

	private boolean says(String claim, String value) {
		return this.claims.path(claim).asText().equals(value);
	}

	private boolean isSignedBy(String publicKey) {
		try {
			PublicKey key = KeyFactory.getInstance("EC")
				.generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey)));
			Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
			signature.initVerify(key);
			signature.update((this.parts[0] + "." + this.parts[1]).getBytes(StandardCharsets.US_ASCII));
			return signature.verify(Base64.getUrlDecoder().decode(this.parts[2]));
		}
		catch (GeneralSecurityException | IllegalArgumentException ex) {
			return false;
		}
	}

	private static JsonNode decode(String part) {
		try {
			return JSON.readTree(Base64.getUrlDecoder().decode(part));
		}
		catch (IOException | IllegalArgumentException ex) {
			throw PexipError.invalidClient();
		}
	}

}
