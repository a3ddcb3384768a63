package com.modalitysystems.onboarding.customer;

import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

/**
 * A time zone that a customer chose.
 *
 * @param zone as Java knows it
 */
public record TimeZone(ZoneId zone) {

	private static final int MOST = 60;

	/** Read the name of a region, such as {@code America/Denver}. */
	public static TimeZone of(@Nullable String text) {
		String name = Text.oneLine(text, MOST);
		if (!ZoneId.getAvailableZoneIds().contains(name)) {
			throw new Refused("timeZone.unknown");
		}
		return new TimeZone(ZoneId.of(name));
	}

	@Override
	public String toString() {
		return this.zone.getId();
	}

}
