package com.modalitysystems.onboarding.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class BusinessCalendarTests {

	private static final Workplace LONDON = new Workplace(ZoneId.of("Europe/London"), "GB");

	private final BusinessCalendar calendar = new BusinessCalendar();

	@ParameterizedTest
	@CsvSource({
			// within hours, the same time of day; before, after and on weekends the next
			// opening
			"2026-11-17T11:30, 1, GB, 2026-11-18T11:30", "2026-11-17T06:00, 0, GB, 2026-11-17T09:00",
			"2026-11-17T17:00, 0, GB, 2026-11-18T09:00", "2026-11-21T12:00, 0, GB, 2026-11-23T09:00",
			"2026-11-20T11:30, 2, GB, 2026-11-24T11:30",
			// Christmas falls on a Friday, so Boxing Day is kept on Monday
			"2026-12-24T10:00, 1, GB, 2026-12-29T10:00", "2026-12-24T10:00, 1, DE, 2026-12-28T10:00",
			"2026-12-24T10:00, 1, FR, 2026-12-28T10:00",
			// Thanksgiving
			"2026-11-25T10:00, 1, US, 2026-11-27T10:00", "2026-11-25T10:00, 1, GB, 2026-11-26T10:00",
			// a weekend of Friday and Saturday
			"2026-11-19T10:00, 1, SA, 2026-11-22T10:00",
			// no holidays are known of the Antarctic
			"2026-12-24T10:00, 1, AQ, 2026-12-25T10:00" })
	void businessDaysAreThoseOfTheCountry(LocalDateTime start, int days, String country, LocalDateTime then) {
		ZoneId zone = Workplace.in(country, LONDON).zone();
		assertThat(this.calendar.after(start.atZone(zone).toInstant(), days, new Workplace(zone, country)))
			.isEqualTo(then.atZone(zone).toInstant());
	}

	@ParameterizedTest
	@CsvSource({
			// before, at, and within hours; after them, and on a Saturday
			"2026-11-17T06:00, 2026-11-17T09:00", "2026-11-17T09:00, 2026-11-17T09:00",
			"2026-11-17T16:59, 2026-11-17T09:00", "2026-11-17T17:00, 2026-11-18T09:00",
			"2026-11-21T12:00, 2026-11-23T09:00" })
	void businessHoursBeginAtNine(LocalDateTime now, LocalDateTime then) {
		assertThat(this.calendar.opening(now.atZone(LONDON.zone()).toInstant(), LONDON))
			.isEqualTo(then.atZone(LONDON.zone()).toInstant());
	}

	@ParameterizedTest
	@CsvSource({
			// within a day; from one to the next; before and after the hours of a day
			"2026-11-17T10:00, 2026-11-17T12:30, GB, PT2H30M", "2026-11-17T16:00, 2026-11-18T09:30, GB, PT1H30M",
			"2026-11-17T06:00, 2026-11-17T20:00, GB, PT8H", "2026-11-17T18:00, 2026-11-18T08:00, GB, PT0S",
			// over a weekend, from and to one
			"2026-11-20T16:00, 2026-11-23T10:00, GB, PT2H", "2026-11-21T11:00, 2026-11-23T10:00, GB, PT1H",
			"2026-11-20T10:00, 2026-11-22T12:00, GB, PT7H", "2026-11-19T16:00, 2026-11-22T10:00, SA, PT2H",
			// over Christmas, and Boxing Day, which is kept on Monday
			"2026-12-24T16:00, 2026-12-29T10:00, GB, PT2H", "2026-12-24T16:00, 2026-12-28T10:00, DE, PT2H",
			// a night in which the clocks go back
			"2026-10-23T16:00, 2026-10-26T10:00, GB, PT2H",
			// nothing, and backwards
			"2026-11-17T10:00, 2026-11-17T10:00, GB, PT0S", "2026-11-18T10:00, 2026-11-17T12:00, GB, PT0S" })
	void timeIsCountedInBusinessHours(LocalDateTime from, LocalDateTime to, String country, Duration hours) {
		Workplace where = Workplace.in(country, LONDON);
		assertThat(this.calendar.between(from.atZone(where.zone()).toInstant(), to.atZone(where.zone()).toInstant(),
				where))
			.isEqualTo(hours);
	}

	@Test
	void clockChangesMoveNoAppointment() {
		Instant friday = LocalDateTime.parse("2026-10-23T10:00").atZone(LONDON.zone()).toInstant();
		assertThat(this.calendar.after(friday, 1, LONDON).atZone(LONDON.zone()).toLocalDateTime())
			.isEqualTo(LocalDateTime.parse("2026-10-26T10:00"));
	}

	@Test
	void noCountryMeansPlainWeekends() {
		Workplace nowhere = new Workplace(ZoneId.of("UTC"), null);
		assertThat(this.calendar.after(Instant.parse("2026-12-24T10:00:00Z"), 1, nowhere))
			.isEqualTo(Instant.parse("2026-12-25T10:00:00Z"));
		assertThat(this.calendar.after(Instant.parse("2026-12-25T10:00:00Z"), 1, nowhere))
			.isEqualTo(Instant.parse("2026-12-28T10:00:00Z"));
	}

	@ParameterizedTest
	@CsvSource({ "DE, Europe/Berlin", "GB, Europe/London", "JP, Asia/Tokyo", "FR, Europe/Paris", "AT, Europe/Vienna" })
	void countryWithOneTimeZoneHasThat(String country, String zone) {
		assertThat(Workplace.in(country, LONDON)).isEqualTo(new Workplace(ZoneId.of(zone), country));
	}

	@ParameterizedTest
	@CsvSource({ "US, -7, -5", "CA, -7, -4", "AU, 9, 11", "BR, -5, -2", "RU, 4, 9" })
	void countryWithManyTimeZonesHasAMiddleOne(String country, int west, int east) {
		ZoneId zone = Workplace.in(country, LONDON).zone();
		int hours = zone.getRules().getStandardOffset(Instant.parse("2026-11-20T00:00:00Z")).getTotalSeconds() / 3600;
		assertThat(hours).isBetween(west, east);
	}

	@Test
	void countryKnowsItsTimeZonesFromWestToEast() {
		assertThat(Workplace.zonesOf("US")).contains(ZoneId.of("America/Denver"))
			.startsWith(ZoneId.of("America/Adak"))
			.endsWith(ZoneId.of("America/New_York"));
		assertThat(Workplace.zonesOf("DE")).contains(ZoneId.of("Europe/Berlin"));
		assertThat(Workplace.zonesOf(null)).hasSizeGreaterThan(300).contains(ZoneId.of("Asia/Tokyo"));
	}

	@Test
	void whoChoseATimeZoneKeepsTheHolidaysOfTheirCountry() {
		ZoneId denver = ZoneId.of("America/Denver");
		assertThat(Workplace.of("DE", denver, LONDON)).isEqualTo(new Workplace(denver, "DE"));
		assertThat(Workplace.of(null, denver, LONDON)).isEqualTo(new Workplace(denver, "GB"));
		assertThat(Workplace.of("DE", null, LONDON)).isEqualTo(Workplace.in("DE", LONDON));
	}

	@Test
	void whoNamesNoCountryIsWhereWeAre() {
		assertThat(Workplace.in(null, LONDON)).isEqualTo(LONDON);
	}

}
