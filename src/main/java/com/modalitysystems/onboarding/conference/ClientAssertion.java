package com.modalitysystems.onboarding.conference;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.modalitysystems.onboarding.customer.Secret;

import org.springframework.boot.ssl.pem.PemContent;

/**
 * What an OAuth2 client proves itself with to Pexip: a token of its own making after RFC
 * 7523, signed with ES256, used once.
 */
final class ClientAssertion {

	/** How forms name this kind of proof. */
	static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

	// bears with a clock of Pexip's that is somewhat ahead
	private static final Duration LIFETIME = Duration.ofMinutes(10);

	private static final int P_256 = 256;

	private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

	private ClientAssertion() {
	}

	/**
	 * A new one.
	 * @param clientId whose it is
	 * @param key the client's private key
	 * @param audience the address where the token is asked for
	 */
	static String of(String clientId, Secret key, String audience, Instant now) {
		JsonNodeFactory json = JsonNodeFactory.instance;
		String content = encode(json.objectNode().put("alg", "ES256").put("typ", "JWT")) + "."
				+ encode(json.objectNode()
					.put("iss", clientId)
					.put("sub", clientId)
					.put("aud", audience)
					.put("iat", now.getEpochSecond())
					.put("exp", now.plus(LIFETIME).getEpochSecond())
					.put("jti", UUID.randomUUID().toString()));
		return content + "." + sign(key(key), content);
	}

	/** The key in a text of PEM. */
	static PrivateKey key(Secret pem) {
		PrivateKey key = read(pem);
		if (!(key instanceof ECPrivateKey curve) || curve.getParams().getCurve().getField().getFieldSize() != P_256) {
			throw unreadable();
		}
		return key;
	}

	private static PrivateKey read(Secret pem) {
		try {
			return PemContent.of(pem.reveal()).getPrivateKey();
		}
		catch (IllegalStateException | IllegalArgumentException ex) {
			// no cause: it may quote the key
			throw unreadable();
		}
	}

	private static IllegalArgumentException unreadable() {
		return new IllegalArgumentException("conference.pexip.private-key must be a private key on the curve P-256"
				+ " in PEM, the whole of it, from -----BEGIN PRIVATE KEY----- on");
	}

	private static String sign(PrivateKey key, String content) {
		try {
			Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
			signature.initSign(key);
			signature.update(content.getBytes(StandardCharsets.US_ASCII));
			return ENCODER.encodeToString(signature.sign());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java platform signs with keys on P-256", ex);
		}
	}

	private static String encode(JsonNode part) {
		return ENCODER.encodeToString(part.toString().getBytes(StandardCharsets.UTF_8));
	}

}
