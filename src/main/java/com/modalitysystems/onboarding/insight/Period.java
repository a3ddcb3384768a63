package com.modalitysystems.onboarding.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/** Of what time the figures are. */
enum Period {

	/** The last month. */
	LAST_30("30", Duration.ofDays(30)),

	/** The last quarter. */
	LAST_90("90", Duration.ofDays(90)),

	/** The last year. */
	LAST_365("365", Duration.ofDays(365)),

	/** Since there are any. */
	ALL("all", null);

	private final String days;

	private final @Nullable Duration length;

	Period(String days, @Nullable Duration length) {
		this.days = days;
		this.length = length;
	}

	/** As an address says it; whatever else it says means the last quarter. */
	static Period of(@Nullable String days) {
		return Arrays.stream(values()).filter((period) -> period.days.equals(days)).findFirst().orElse(LAST_90);
	}

	/** How addresses say it. */
	public String days() {
		return this.days;
	}

	/** When it began. */
	Instant since(Instant now) {
		return (this.length != null) ? now.minus(this.length) : Instant.EPOCH;
	}

}
