package com.modalitysystems.onboarding.setup;

import java.time.Duration;

import com.modalitysystems.onboarding.customer.UsualTimes.Phase;

/**
 * How long a part of the way usually takes, as people say it: the sentences
 * {@code setup.usual.}.
 *
 * @param phase which part
 * @param unit in what it is told
 * @param amount how many of these
 */
record UsualTime(Phase phase, Unit unit, long amount) {

	private static final Duration HOUR = Duration.ofMinutes(55);

	private static final Duration DAY = Duration.ofHours(22);

	private static final long FEW = 10;

	static UsualTime of(Phase phase, Duration time) {
		if (time.compareTo(DAY) >= 0) {
			return new UsualTime(phase, Unit.days, rounded(time, Duration.ofDays(1)));
		}
		if (time.compareTo(HOUR) >= 0) {
			return new UsualTime(phase, Unit.hours, rounded(time, Duration.ofHours(1)));
		}
		if (time.compareTo(Duration.ofMinutes(1)) < 0) {
			return new UsualTime(phase, Unit.moment, 1);
		}
		long minutes = rounded(time, Duration.ofMinutes(1));
		return new UsualTime(phase, Unit.minutes,
				(minutes <= FEW) ? minutes : 5 * rounded(time, Duration.ofMinutes(5)));
	}

	private static long rounded(Duration time, Duration unit) {
		return Math.max(1, time.plus(unit.dividedBy(2)).dividedBy(unit));
	}

	/** In what people tell time. */
	enum Unit {

		/** Less than a minute. */
		moment, minutes, hours, days

	}

}
