package com.modalitysystems.onboarding.customer;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The e-mail address of one person.
 *
 * @param value the address, without a display name
 */
public record EmailAddress(String value) {

	private static final int MOST = 254;

	// one recipient, no display name, no comment, no quoted part: what a mail header
	// cannot be bent with
	private static final Pattern SHAPE = Pattern
		.compile("(?!\\.)(?!.*\\.\\.)[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}(?<!\\.)@([^@]+)");

	public EmailAddress {
		if (value.length() > MOST) {
			throw new Refused("tooLong");
		}
		var matcher = SHAPE.matcher(value);
		if (!matcher.matches()) {
			throw new Refused("email.malformed");
		}
		try {
			new DomainName(domainOf(value));
		}
		catch (Refused ex) {
			throw new Refused("email.malformed");
		}
	}

	public static EmailAddress of(@Nullable String text) {
		return new EmailAddress(Text.oneLine(text, MOST));
	}

	/** The part behind the at sign. */
	public DomainName domain() {
		return new DomainName(domainOf(this.value));
	}

	private static String domainOf(String address) {
		return DomainName.of(address.substring(address.lastIndexOf('@') + 1)).value();
	}

	@Override
	public String toString() {
		return this.value;
	}

}
