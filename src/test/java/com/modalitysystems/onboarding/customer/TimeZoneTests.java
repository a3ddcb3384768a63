package com.modalitysystems.onboarding.customer;

import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TimeZoneTests {

	@ParameterizedTest
	@CsvSource({ "America/Denver, America/Denver", "' Asia/Kolkata ', Asia/Kolkata", "UTC, UTC",
			"America/Argentina/Ushuaia, America/Argentina/Ushuaia" })
	void regionThatJavaKnowsIsATimeZone(String typed, ZoneId zone) {
		assertThat(TimeZone.of(typed)).isEqualTo(new TimeZone(zone)).hasToString(zone.getId());
	}

	@ParameterizedTest
	@CsvSource({ "Mars/Olympus, timeZone.unknown", "america/denver, timeZone.unknown", "+02:00, timeZone.unknown",
			"PST, timeZone.unknown", "'', missing", "' ', missing" })
	void anythingElseIsNone(String typed, String code) {
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> TimeZone.of(typed)).returns(code, Refused::code);
	}

	@Test
	void nameThatIsTooLongIsNone() {
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> TimeZone.of("A".repeat(61)))
			.returns("tooLong", Refused::code);
	}

}
