package com.modalitysystems.onboarding.http;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RetryAfterTests {

	private final RetryAfter retryAfter = new RetryAfter(Clock.fixed(Clients.NOW, ZoneOffset.UTC));

	@ParameterizedTest(name = "{0} means {1}")
	@CsvSource(delimiter = '|', textBlock = """
			17                            | PT17S
			' 17 '                        | PT17S
			3600                          | PT1H
			3601                          | PT1H
			99999999999999999999999999    | PT1H
			Fri, 20 Nov 2026 12:00:30 GMT | PT30S
			Tue, 20 Nov 2029 12:00:00 GMT | PT1H
			""")
	void whatMakesSenseIsHeard(String header, Duration wait) {
		assertThat(this.retryAfter.in(headers(Map.of("Retry-After", List.of(header))))).isEqualTo(wait);
	}

	@ParameterizedTest(name = "\"{0}\" means nothing")
	@ValueSource(strings = { "", "0", "-5", "soon", "1.5", "2026-11-20T12:00:30Z", "Fri, 20 Nov 2026 11:59:59 GMT",
			"Fri, 99 Nov 2026 12:00:00 GMT" })
	void whatMakesNoSenseIsNotHeard(String header) {
		assertThat(this.retryAfter.in(headers(Map.of("Retry-After", List.of(header))))).isNull();
	}

	@Test
	void noHeaderMeansNothing() {
		assertThat(this.retryAfter.in(headers(Map.of()))).isNull();
	}

	@Test
	void aDateIsReadByTheClockOfWhoeverSentIt() {
		assertThat(this.retryAfter.in(headers(Map.of("Retry-After", List.of("Tue, 20 Nov 2029 12:00:30 GMT"), "Date",
				List.of("Tue, 20 Nov 2029 12:00:00 GMT")))))
			.isEqualTo(Duration.ofSeconds(30));
	}

	private static HttpHeaders headers(Map<String, List<String>> headers) {
		return HttpHeaders.of(headers, (name, value) -> true);
	}

}
