package com.modalitysystems.onboarding.customer;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The e-mail address of one person.
 *
 * @param value the address, without a display name, its domain as mail servers read it
 */
public record EmailAddress(String value) {

	private static final int MOST = 254;

	private static final Pattern SEVERAL = Pattern.compile("@.*[,;]");

	// no display name, no comment, no quoted part: what a mail header cannot be bent with
	private static final Pattern LOCAL_PART = Pattern
		.compile("(?!\\.)(?!.*\\.\\.)[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}(?<!\\.)");

	public EmailAddress {
		int at = value.lastIndexOf('@');
		if (at < 0 || !LOCAL_PART.matcher(value.substring(0, at)).matches()) {
			throw new Refused("email.malformed");
		}
		value = value.substring(0, at + 1) + domain(value.substring(at + 1));
		if (value.length() > MOST) {
			throw new Refused("tooLong");
		}
	}

	public static EmailAddress of(@Nullable String text) {
		String address = Text.oneLine(text, MOST);
		if (address.indexOf('@') != address.lastIndexOf('@') || SEVERAL.matcher(address).find()) {
			throw new Refused("email.several");
		}
		return new EmailAddress(address);
	}

	/** The part behind the at sign. */
	public DomainName domain() {
		return domain(this.value.substring(this.value.indexOf('@') + 1));
	}

	private static DomainName domain(String text) {
		if (!text.equals(text.strip())) {
			throw new Refused("email.malformed");
		}
		try {
			return DomainName.of(text);
		}
		catch (Refused ex) {
			throw new Refused("email.malformed");
		}
	}

	@Override
	public String toString() {
		return this.value;
	}

}
