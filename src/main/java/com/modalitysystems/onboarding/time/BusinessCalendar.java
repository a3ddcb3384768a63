package com.modalitysystems.onboarding.time;

import java.time.Duration;
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

	/** How long a business day is. */
	public static final Duration DAY = Duration.between(OPENS, CLOSES);

	private final BusinessDays days = new BusinessDays();

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

	/**
	 * How much of the time between two moments is business hours; none if the second is
	 * not after the first.
	 * @param where the person is who was waited for
	 */
	public Duration between(Instant from, Instant to, Workplace where) {
		if (!from.isBefore(to)) {
			return Duration.ZERO;
		}
		ZonedDateTime begin = from.atZone(where.zone());
		ZonedDateTime end = to.atZone(where.zone());
		long days = this.days.count(begin.toLocalDate(), end.toLocalDate(), where.country());
		return DAY.multipliedBy(days).minus(gone(begin, where)).plus(gone(end, where));
	}

	/** How much of a day's hours is over. */
	private Duration gone(ZonedDateTime moment, Workplace where) {
		LocalTime time = moment.toLocalTime();
		if (!isBusinessDay(moment.toLocalDate(), where) || time.isBefore(OPENS)) {
			return Duration.ZERO;
		}
		return Duration.between(OPENS, time.isAfter(CLOSES) ? CLOSES : time);
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
		return this.days.contain(day, where.country());
	}

}
