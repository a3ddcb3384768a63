package com.modalitysystems.onboarding.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says times in words, for the pages of the console, which see public methods only. */
final class Words {

	/** The moment as one says it today: {@code 3 Jun 10:00:05}. */
	public String shortly(Instant moment) {
		return format("d MMM HH:mm:ss", moment);
	}

	/** The whole moment: {@code Tue 3 Jun 2025, 10:00 UTC}. */
	public String fully(Instant moment) {
		return format("EEE d MMM yyyy, HH:mm 'UTC'", moment);
	}

	private static String format(String pattern, Instant moment) {
		return DateTimeFormatter.ofPattern(pattern, Locale.UK).withZone(ZoneOffset.UTC).format(moment);
	}

	/** The span as a person says it, empty when there is none. */
	public String span(Duration span) {
		return Stream
			.of(part(span.toDays(), "day"), part(span.toHoursPart(), "hour"), part(span.toMinutesPart(), "minute"))
			.filter(part -> !part.isEmpty())
			.collect(Collectors.joining(" "));
	}

	private static String part(long number, String unit) {
		return (number == 0) ? "" : number + " " + unit + ((number == 1) ? "" : "s");
	}

}
