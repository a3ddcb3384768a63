package com.modalitysystems.onboarding.insight;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.customer.Loss;
import com.modalitysystems.onboarding.customer.WaitingFor;

/** What other programs can fetch of a report; the names are those of the files. */
enum View {

	/** How far those came who asked, and why others did not. */
	funnel,

	/** Where those are who are on their way. */
	places,

	/** How long each stage takes. */
	stages,

	/** What happened week by week. */
	weeks,

	/** Those who are on their way. */
	waiting,

	/** Those that ended last before they were live. */
	lost;

	private static final double SECONDS_AN_HOUR = 3600;

	static Optional<View> of(String name) {
		return Arrays.stream(values()).filter((view) -> view.name().equals(name)).findFirst();
	}

	Table table(Report report) {
		return switch (this) {
			case funnel -> funnel(report);
			case places -> places(report);
			case stages -> stages(report);
			case weeks -> weeks(report);
			case waiting -> waiting(report);
			case lost -> lost(report);
		};
	}

	private static Table funnel(Report report) {
		return Table.of("step,reached,share,here," + names(Loss.values()), report.funnel()
			.steps()
			.stream()
			.map((row) -> cells(row.lost(), Loss.values(), row.step(), row.reached(), row.share(), row.here())));
	}

	private static Table places(Report report) {
		return Table.of("stage,total,overdue,likelyLate," + names(WaitingFor.values()),
				report.places()
					.stages()
					.stream()
					.map((row) -> cells(row.whom(), WaitingFor.values(), row.stage(), row.total(), row.overdue(),
							row.likelyLate())));
	}

	private static Table stages(Report report) {
		return Table.of("stage,stays,medianBusinessHours,ninetiethBusinessHours",
				report.stages()
					.stream()
					.map((row) -> List.of(row.stage(), row.stays(), hours(row.median()), hours(row.ninetieth()))));
	}

	private static Table weeks(Report report) {
		return Table.of("monday,requested,live,lost",
				report.weeks().stream().map((row) -> List.of(row.monday(), row.requested(), row.live(), row.lost())));
	}

	private static Table waiting(Report report) {
		return Table.of("reference,company,stage,waitingFor,since,businessHours,lateness",
				report.waiting()
					.stream()
					.map((row) -> List.of(row.reference(), row.company(), row.stage(), row.waitingFor(), row.since(),
							hours(row.waited()), row.lateness())));
	}

	private static Table lost(Report report) {
		return Table.of("reference,company,furthest,because,at",
				report.lost()
					.stream()
					.map((row) -> List.of(row.reference(), row.company(), row.furthest(), row.loss(), row.at())));
	}

	private static String names(Enum<?>... columns) {
		return Arrays.stream(columns).map(Enum::name).collect(Collectors.joining(","));
	}

	private static <E extends Enum<E>> List<Object> cells(Map<E, Long> counts, E[] columns, Object... first) {
		return Stream.concat(Stream.of(first), Arrays.stream(columns).map((column) -> counts.getOrDefault(column, 0L)))
			.toList();
	}

	private static double hours(Duration time) {
		return time.toSeconds() / SECONDS_AN_HOUR;
	}

}
