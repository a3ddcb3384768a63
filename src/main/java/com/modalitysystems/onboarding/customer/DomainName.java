package com.modalitysystems.onboarding.customer;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A domain such as {@code contoso.com}, in lower case and in its ASCII form.
 *
 * @param value the domain
 */
public record DomainName(String value) implements TenantIdentifier {

	private static final Pattern SHAPE = Pattern
		.compile("(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");

	public DomainName {
		if (!SHAPE.matcher(value).matches()) {
			throw new Refused("tenant.notADomain");
		}
	}

	public static DomainName of(String text) {
		try {
			return new DomainName(IDN.toASCII(text.strip(), IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT));
		}
		catch (Refused ex) {
			throw ex;
		}
		catch (IllegalArgumentException ex) {
			throw new Refused("tenant.notADomain");
		}
	}

	@Override
	public String asText() {
		return this.value;
	}

	@Override
	public String toString() {
		return this.value;
	}

}
