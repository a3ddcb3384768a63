package com.modalitysystems.onboarding.time;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.Calendar.WeekData;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;

/** The weekends and nationwide public holidays of countries. */
final class Holidays {

	private final Map<String, Optional<HolidayManager>> calendars = new ConcurrentHashMap<>();

	boolean isWeekend(LocalDate day, String country) {
		WeekData week = Calendar.getWeekDataForRegion(country);
		// ICU counts from Sunday, and a weekend may begin on one day and end on the next
		// week's first
		int number = day.getDayOfWeek().getValue() % 7 + 1;
		return (week.weekendOnset <= week.weekendCease) ? number >= week.weekendOnset && number <= week.weekendCease
				: number >= week.weekendOnset || number <= week.weekendCease;
	}

	boolean isHoliday(LocalDate day, String country) {
		return this.calendars.computeIfAbsent(country, Holidays::calendar)
			.filter(calendar -> calendar.isHoliday(day))
			.isPresent();
	}

	private static Optional<HolidayManager> calendar(String country) {
		return HolidayManager.getSupportedCalendarCodes().contains(country)
				? Optional.of(HolidayManager.getInstance(ManagerParameters.create(country))) : Optional.empty();
	}

}
