package com.modalitysystems.onboarding.setup;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

import com.modalitysystems.onboarding.customer.RequestRefused.Mistake;
import org.jspecify.annotations.Nullable;

/**
 * The customer wants to be reminded later.
 *
 * @param until on which day
 */
record SnoozeForm(@Nullable String until) {

	/** The day; none, and a mistake, where it is none to come. */
	@Nullable LocalDate read(LocalDate today, List<Mistake> mistakes) {
		LocalDate day = day();
		if (day == null || !day.isAfter(today)) {
			mistakes.add(new Mistake("until", (day != null) ? "day.past" : "day.malformed"));
			return null;
		}
		return day;
	}

	private @Nullable LocalDate day() {
		try {
			return (this.until != null) ? LocalDate.parse(this.until.strip()) : null;
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

}
