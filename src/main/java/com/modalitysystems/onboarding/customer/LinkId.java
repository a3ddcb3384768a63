package com.modalitysystems.onboarding.customer;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The random half of the link to a set-up room; useless without its signature.
 *
 * @param value 128 random bits, base64url
 */
public record LinkId(String value) {

	private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{22}");

	private static final SecureRandom RANDOM = new SecureRandom();

	public LinkId {
		if (!SHAPE.matcher(value).matches()) {
			throw new Refused("link.malformed");
		}
	}

	static LinkId random() {
		byte[] bits = new byte[16];
		RANDOM.nextBytes(bits);
		return new LinkId(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
	}

	@Override
	public String toString() {
		return "LinkId[…]";
	}

}
