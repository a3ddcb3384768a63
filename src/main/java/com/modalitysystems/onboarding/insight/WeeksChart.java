package com.modalitysystems.onboarding.insight;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The weeks as three lines in a field of 100 by 100, which the page stretches.
 *
 * @param most the highest figure
 * @param mondays the first, the middle and the last week
 * @param lines the lines
 */
record WeeksChart(long most, List<LocalDate> mondays, List<Line> lines) {

	/** More would run into each other. */
	private static final int MOST_WEEKS = 104;

	static WeeksChart of(List<Week> all) {
		List<Week> weeks = all.subList(Math.max(0, all.size() - MOST_WEEKS), all.size());
		long most = weeks.stream()
			.mapToLong((week) -> Math.max(week.requested(), Math.max(week.live(), week.lost())))
			.max()
			.orElse(0);
		List<LocalDate> mondays = weeks.stream().map(Week::monday).toList();
		return new WeeksChart(most,
				List.of(mondays.get(0), mondays.get((mondays.size() - 1) / 2), mondays.get(mondays.size() - 1)),
				List.of(line("requested", weeks, Week::requested, most), line("live", weeks, Week::live, most),
						line("lost", weeks, Week::lost, most)));
	}

	private static Line line(String name, List<Week> weeks, ToLongFunction<Week> figure, long most) {
		return new Line(name,
				IntStream.range(0, weeks.size())
					.mapToObj((number) -> point(number, weeks.size() - 1, figure.applyAsLong(weeks.get(number)), most))
					.collect(Collectors.joining(" ")));
	}

	private static String point(int number, int last, long figure, long most) {
		double x = (last == 0) ? 50 : 100.0 * number / last;
		double y = (most == 0) ? 100 : 100 - 100.0 * figure / most;
		return String.format(Locale.ROOT, "%.2f,%.2f", x, y);
	}

	/**
	 * One line.
	 *
	 * @param name what it tells
	 * @param points where it goes
	 */
	record Line(String name, String points) {
	}

}
