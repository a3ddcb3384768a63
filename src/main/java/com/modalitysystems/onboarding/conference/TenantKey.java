package com.modalitysystems.onboarding.conference;

import java.util.regex.Pattern;

/**
 * The address that a customer's rooms dial: {@code acme@videosrv.net}. A meeting's number
 * may be dialled directly behind the prefix: {@code acme.123456789@videosrv.net}.
 *
 * @param alias the customer's part of it, without a dot, so that no alias begins with
 * another one's prefix
 * @param domain the domain, shared by all customers
 */
record TenantKey(String alias, String domain) {

	private static final Pattern SHAPE = Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?");

	private static final Pattern SPECIAL = Pattern.compile("[.^$*+?()\\[\\]{}|\\\\]");

	TenantKey {
		if (!SHAPE.matcher(alias).matches()) {
			throw new IllegalArgumentException("An alias is made of letters, digits and hyphens");
		}
	}

	/** What is dialled before a meeting's number. */
	String prefix() {
		return this.alias + ".";
	}

	/**
	 * A regular expression that matches what is dialled for this customer's meetings and
	 * nothing else; its first group is the meeting's number.
	 * @param conferenceId a regular expression of that number
	 */
	String pattern(String conferenceId) {
		// anchored, since Pexip does not say whether it looks at the whole
		return "^" + escape(prefix()) + "(" + conferenceId + ")@" + escape(this.domain) + "$";
	}

	/** What the virtual reception makes of a meeting's number. */
	String replacement() {
		return prefix() + "\\1@" + this.domain;
	}

	@Override
	public String toString() {
		return this.alias + "@" + this.domain;
	}

	private static String escape(String text) {
		return SPECIAL.matcher(text).replaceAll("\\\\$0");
	}

}
