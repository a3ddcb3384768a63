package com.modalitysystems.onboarding.time;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

import org.springframework.stereotype.Component;

/** When people work: Monday to Friday, 9 to 17. */
@Component
public class BusinessCalendar {

	private static final LocalTime OPENS = LocalTime.of(9, 0);

	private static final LocalTime CLOSES = LocalTime.of(17, 0);

	/**
	 * The moment a number of business days later, within business hours.
	 * @param start from when
	 * @param days how many business days, 0 or more
	 * @param zone where the person is who is waited for
	 */
	public Instant after(Instant start, int days, ZoneId zone) {
		ZonedDateTime moment = intoHours(start.atZone(zone));
		for (int day = 0; day < days; day++) {
			moment = nextBusinessDay(moment);
		}
		return moment.toInstant();
	}

	private ZonedDateTime intoHours(ZonedDateTime moment) {
		if (!isBusinessDay(moment) || !moment.toLocalTime().isBefore(CLOSES)) {
			return nextBusinessDay(moment).with(OPENS);
		}
		return moment.toLocalTime().isBefore(OPENS) ? moment.with(OPENS) : moment;
	}

	private ZonedDateTime nextBusinessDay(ZonedDateTime moment) {
		ZonedDateTime next = moment.plusDays(1);
		while (!isBusinessDay(next)) {
			next = next.plusDays(1);
		}
		return next;
	}

	private boolean isBusinessDay(ZonedDateTime moment) {
		return moment.getDayOfWeek() != DayOfWeek.SATURDAY && moment.getDayOfWeek() != DayOfWeek.SUNDAY;
	}

}
