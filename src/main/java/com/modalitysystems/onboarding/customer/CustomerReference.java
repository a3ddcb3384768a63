package com.modalitysystems.onboarding.customer;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The name of an onboarding in every letter and list, such as {@code OM-7K3F9Q}.
 *
 * @param value the reference
 */
public record CustomerReference(String value) {

	private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

	private static final Pattern SHAPE = Pattern.compile("OM-[" + ALPHABET + "]{6}");

	private static final SecureRandom RANDOM = new SecureRandom();

	public CustomerReference {
		if (!isOne(value)) {
			throw new Refused("reference.malformed");
		}
	}

	public static CustomerReference of(String text) {
		return new CustomerReference(text.strip().toUpperCase(Locale.ROOT));
	}

	/** Whether a text has the shape of one. */
	public static boolean isOne(String text) {
		return SHAPE.matcher(text).matches();
	}

	static CustomerReference random() {
		return new CustomerReference("OM-" + RANDOM.ints(6, 0, ALPHABET.length())
			.mapToObj(index -> ALPHABET.substring(index, index + 1))
			.collect(Collectors.joining()));
	}

	@Override
	public String toString() {
		return this.value;
	}

}
