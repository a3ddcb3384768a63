package com.modalitysystems.onboarding.notices;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.modalitysystems.onboarding.customer.Secret;

/**
 * Signs what we send, as Standard Webhooks 1.0 has it (https://www.standardwebhooks.com):
 * HMAC-SHA256 over id, time and body, so that the other side knows that it comes from us,
 * unchanged and now.
 */
final class SigningKey {

	private static final String PREFIX = "whsec_";

	private static final String ALGORITHM = "HmacSHA256";

	private static final int SHORTEST = 24;

	private static final int LONGEST = 64;

	private final byte[] key;

	private SigningKey(byte[] key) {
		this.key = key;
	}

	/**
	 * The key in a secret.
	 * @throws IllegalArgumentException if it is not {@code whsec_} and 24 to 64 bytes in
	 * base64
	 */
	static SigningKey of(Secret secret) {
		String text = secret.reveal();
		if (!text.startsWith(PREFIX)) {
			throw new IllegalArgumentException("does not begin with " + PREFIX);
		}
		byte[] key = Base64.getDecoder().decode(text.substring(PREFIX.length()));
		if (key.length < SHORTEST || key.length > LONGEST) {
			throw new IllegalArgumentException("is not " + SHORTEST + " to " + LONGEST + " bytes");
		}
		return new SigningKey(key);
	}

	/** Why a secret holds no key; it is not quoted. */
	static Optional<String> complaint(Secret secret) {
		try {
			of(secret);
			return Optional.empty();
		}
		catch (IllegalArgumentException ex) {
			return Optional.of("must be " + PREFIX + " and " + SHORTEST + " to " + LONGEST + " random bytes in base64");
		}
	}

	/**
	 * One signature, as it stands in the header {@code webhook-signature}.
	 * @param id of the message
	 * @param seconds when it is sent, in seconds since 1970
	 * @param body what is sent
	 */
	String sign(String id, long seconds, String body) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(this.key, ALGORITHM));
			byte[] signature = mac.doFinal((id + "." + seconds + "." + body).getBytes(StandardCharsets.UTF_8));
			return "v1," + Base64.getEncoder().encodeToString(signature);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java platform has " + ALGORITHM, ex);
		}
	}

}
