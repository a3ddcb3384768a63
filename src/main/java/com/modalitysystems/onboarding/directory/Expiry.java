package com.modalitysystems.onboarding.directory;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import com.modalitysystems.onboarding.doctor.Finding;

/**
 * The end of something that an operator must replace in time.
 *
 * @param what ends
 * @param end when
 * @param setting which names it
 */
record Expiry(String what, Instant end, String setting) {

	private static final Duration SOON = Duration.ofDays(30);

	Finding at(Instant now) {
		if (this.end.isBefore(now)) {
			return Finding.failed(this.what + " expired on " + day(this.end),
					"Make a new one, register it, and change " + this.setting);
		}
		return this.end.isBefore(now.plus(SOON))
				? Finding.warning(this.what + " expires on " + day(this.end),
						"Make a new one in time, register it, and change " + this.setting)
				: Finding.ok(this.what + " is good until " + day(this.end));
	}

	static LocalDate day(Instant instant) {
		return LocalDate.ofInstant(instant, ZoneOffset.UTC);
	}

}
