package com.modalitysystems.onboarding.time;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;

import org.springframework.stereotype.Component;

/**
 * When people work: from 9 to 17, on days that are neither weekend nor public holiday
 * where they are.
 */
@Component
public class BusinessCalendar {

	private static final LocalTime OPENS = LocalTime.of(9, 0);

	private static final LocalTime CLOSES = LocalTime.of(17, 0);

	private final Holidays holidays = new Holidays();

	/**
	 * The moment a number of business days later, within business hours.
	 * @param start from when
	 * @param days how many business days, 0 or more
	 * @param where the person is who is waited for
	 */
	public Instant after(Instant start, int days, Workplace where) {
		ZonedDateTime moment = intoHours(start.atZone(where.zone()), where);
		for (int day = 0; day < days; day++) {
			moment = nextBusinessDay(moment, where);
		}
		return moment.toInstant();
	}

	/**
	 * When the business hours begin that are now, or that come next.
	 * @param now what time it is
	 * @param where the person is who is waited for
	 */
	public Instant opening(Instant now, Workplace where) {
		return intoHours(now.atZone(where.zone()), where).with(OPENS).toInstant();
	}

	private ZonedDateTime intoHours(ZonedDateTime moment, Workplace where) {
		if (!isBusinessDay(moment.toLocalDate(), where) || !moment.toLocalTime().isBefore(CLOSES)) {
			return nextBusinessDay(moment, where).with(OPENS);
		}
		return moment.toLocalTime().isBefore(OPENS) ? moment.with(OPENS) : moment;
	}

	private ZonedDateTime nextBusinessDay(ZonedDateTime moment, Workplace where) {
		ZonedDateTime next = moment.plusDays(1);
		while (!isBusinessDay(next.toLocalDate(), where)) {
			next = next.plusDays(1);
		}
		return next;
	}

	private boolean isBusinessDay(LocalDate day, Workplace where) {
		if (where.country() == null) {
			return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
		}
		return !this.holidays.isWeekend(day, where.country()) && !this.holidays.isHoliday(day, where.country());
	}

}
