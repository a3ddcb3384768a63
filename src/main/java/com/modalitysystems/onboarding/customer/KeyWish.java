package com.modalitysystems.onboarding.customer;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wishes a customer's tenant key to begin with: {@code acme} of
 * {@code acme@videosrv.net}. It is not promised: others may have it already.
 *
 * @param value lower-case letters, digits and hyphens, which every remote control has
 */
public record KeyWish(String value) {

	private static final Pattern SHAPE = Pattern.compile("(?=.*[a-z])(?=.{2,30}$)[a-z0-9]+(-[a-z0-9]+)*");

	public KeyWish {
		if (!SHAPE.matcher(value).matches()) {
			throw new Refused("keyWish.malformed");
		}
	}

	public static KeyWish of(@Nullable String text) {
		return new KeyWish(Objects.toString(text, "").strip().toLowerCase(Locale.ROOT));
	}

	@Override
	public String toString() {
		return this.value;
	}

}
