package com.modalitysystems.onboarding.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/** The days on which people work, remembered year by year for each country. */
final class BusinessDays {

	private final Holidays holidays = new Holidays();

	private final Map<Country, BitSet> years = new ConcurrentHashMap<>();

	/**
	 * Whether people work on this day.
	 * @param country none means that they do on all days but Saturdays and Sundays
	 */
	boolean contain(LocalDate day, @Nullable String country) {
		return in(day.getYear(), country).get(day.getDayOfYear());
	}

	/** How many there are from the first day on, before the last. */
	long count(LocalDate first, LocalDate end, @Nullable String country) {
		return IntStream.rangeClosed(first.getYear(), end.getYear()).mapToLong((year) -> {
			int from = (year == first.getYear()) ? first.getDayOfYear() : 1;
			int to = (year == end.getYear()) ? end.getDayOfYear() : Year.of(year).length() + 1;
			return in(year, country).get(from, to).cardinality();
		}).sum();
	}

	private BitSet in(int year, @Nullable String country) {
		return this.years.computeIfAbsent(new Country(country, year), this::days);
	}

	private BitSet days(Country country) {
		BitSet days = new BitSet();
		LocalDate first = LocalDate.ofYearDay(country.year(), 1);
		first.datesUntil(first.plusYears(1))
			.filter((day) -> isOne(day, country.code()))
			.mapToInt(LocalDate::getDayOfYear)
			.forEach(days::set);
		return days;
	}

	private boolean isOne(LocalDate day, @Nullable String country) {
		if (country == null) {
			return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
		}
		return !this.holidays.isWeekend(day, country) && !this.holidays.isHoliday(day, country);
	}

	/**
	 * A country in a year.
	 *
	 * @param code two letters, none for nowhere
	 * @param year the year
	 */
	private record Country(@Nullable String code, int year) {
	}

}
