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

	/** A text in which {alias}, {prefix} and {domain} stand for this key's. */
	String in(String template) {
		return template.replace("{alias}", this.alias).replace("{prefix}", prefix()).replace("{domain}", this.domain);
	}

	/** A regular expression in which {prefix} and {domain} stand for this key's. */
	String inPattern(String template) {
		return template.replace("{prefix}", escape(prefix())).replace("{domain}", escape(this.domain));
	}

	@Override
	public String toString() {
		return this.alias + "@" + this.domain;
	}

	private static String escape(String text) {
		return SPECIAL.matcher(text).replaceAll("\\\\$0");
	}

}
