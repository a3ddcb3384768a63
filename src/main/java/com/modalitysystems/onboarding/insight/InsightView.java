package com.modalitysystems.onboarding.insight;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.modalitysystems.onboarding.customer.WaitingFor;
import com.modalitysystems.onboarding.time.BusinessCalendar;

/**
 * A report as the page writes and draws it.
 *
 * @param report the figures
 */
record InsightView(Report report) {

	/** As many lines of a list as somebody reads. */
	private static final int LINES = 15;

	private static final double MINUTES_AN_HOUR = 60;

	public List<Waiting> waitingLongest() {
		return this.report.waiting().stream().limit(LINES).toList();
	}

	public List<Lost> lostLast() {
		return this.report.lost().stream().limit(LINES).toList();
	}

	public WeeksChart chart() {
		return WeeksChart.of(this.report.weeks());
	}

	/** The parts of a stage's bar, for whom is waited, in percent of the longest bar. */
	public List<Part> bar(Places.Row row) {
		List<Part> parts = new ArrayList<>();
		double left = 0;
		for (WaitingFor whom : WaitingFor.values()) {
			double width = percent(row.whom().getOrDefault(whom, 0L), this.report.places().most());
			if (width > 0) {
				parts.add(new Part(whom, left, width));
			}
			left += width;
		}
		return parts;
	}

	/** How long a time is, in percent of the longest that is shown. */
	public double length(Duration time) {
		long most = this.report.stages().stream().mapToLong((stage) -> stage.ninetieth().toSeconds()).max().orElse(0);
		return percent(time.toSeconds(), most);
	}

	/** Business hours in words: minutes, hours, or days of eight hours. */
	public String business(Duration time) {
		if (time.toMinutes() < MINUTES_AN_HOUR) {
			return (time.toMinutes() == 0) ? "under 1 min" : time.toMinutes() + " min";
		}
		if (time.compareTo(BusinessCalendar.DAY) < 0) {
			return oneDigit(time.toMinutes() / MINUTES_AN_HOUR) + " h";
		}
		return days((double) time.toMinutes() / BusinessCalendar.DAY.toMinutes());
	}

	/** Days of the week in words. */
	public String calendar(Duration time) {
		return days((double) time.toMinutes() / Duration.ofDays(1).toMinutes());
	}

	public String share(double share) {
		return Math.round(share * 100) + " %";
	}

	public OffsetDateTime at(Instant moment) {
		return moment.atOffset(ZoneOffset.UTC);
	}

	private static String days(double days) {
		String number = oneDigit(days);
		return number + (number.equals("1") ? " day" : " days");
	}

	private static String oneDigit(double number) {
		return String.format(Locale.ROOT, "%.1f", number).replaceFirst("\\.0$", "");
	}

	private static double percent(long part, long all) {
		return (all == 0) ? 0 : 100.0 * part / all;
	}

	/**
	 * A part of a bar, in percent of the longest.
	 *
	 * @param whom for whom is waited
	 * @param left where it begins
	 * @param width how wide it is
	 */
	record Part(WaitingFor whom, double left, double width) {
	}

}
