package com.modalitysystems.onboarding.http;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * How long the other side asks us to wait: the header {@code Retry-After} of RFC 9110, in
 * seconds or as a date.
 */
final class RetryAfter {

	// whoever asks for longer is not believed: the engine's own last rung is an hour
	private static final Duration LONGEST = Duration.ofHours(1);

	private final Clock clock;

	RetryAfter(Clock clock) {
		this.clock = clock;
	}

	/** The wait; none when it was not said, makes no sense, or is over. */
	@Nullable Duration in(HttpHeaders headers) {
		Duration wait = headers.firstValue("Retry-After").flatMap((text) -> read(text.strip(), headers)).orElse(null);
		if (wait == null || wait.isNegative() || wait.isZero()) {
			return null;
		}
		return (wait.compareTo(LONGEST) > 0) ? LONGEST : wait;
	}

	private Optional<Duration> read(String text, HttpHeaders headers) {
		if (text.matches("\\d{1,9}")) {
			return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
		}
		if (text.matches("\\d+")) {
			return Optional.of(LONGEST);
		}
		// against the sender's own clock where it tells it, so that a wrong one does no
		// harm
		return date(text).map((until) -> Duration
			.between(headers.firstValue("Date").flatMap(RetryAfter::date).orElseGet(this.clock::instant), until));
	}

	private static Optional<Instant> date(String text) {
		try {
			return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

}
