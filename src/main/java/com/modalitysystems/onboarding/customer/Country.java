package com.modalitysystems.onboarding.customer;

import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The country in which the customer works.
 *
 * @param code two letters of ISO 3166-1
 */
public record Country(String code) {

	private static final Set<String> KNOWN = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

	public Country {
		if (!KNOWN.contains(code)) {
			throw new Refused("country.unknown");
		}
	}

	public static Country of(@Nullable String text) {
		return new Country(Text.oneLine(text, 2).toUpperCase(Locale.ROOT));
	}

	/**
	 * Its name.
	 * @param language in which language
	 */
	public String name(Locale language) {
		return new Locale.Builder().setRegion(this.code).build().getDisplayCountry(language);
	}

	@Override
	public String toString() {
		return this.code;
	}

}
