package com.modalitysystems.onboarding.insight;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened week by week. */
@Repository
class Trend {

	private final JdbcClient jdbc;

	private final InsightSettings settings;

	Trend(JdbcClient jdbc, InsightSettings settings) {
		this.jdbc = jdbc;
		this.settings = settings;
	}

	/**
	 * Each whole or begun week of this time, oldest first, from the first in which
	 * something happened.
	 */
	List<Week> weeks(Instant since, Instant now) {
		Map<LocalDate, Week> eventful = eventful(monday(since).atStartOfDay(this.settings.zone()).toInstant(), now)
			.stream()
			.collect(Collectors.toMap(Week::monday, Function.identity()));
		LocalDate last = monday(now);
		LocalDate first = eventful.keySet().stream().min(LocalDate::compareTo).orElse(last);
		return Stream.iterate(first, (monday) -> monday.plusWeeks(1))
			.limit(ChronoUnit.WEEKS.between(first, last) + 1)
			.map((monday) -> eventful.getOrDefault(monday, new Week(monday, 0, 0, 0)))
			.toList();
	}

	private List<Week> eventful(Instant since, Instant now) {
		return this.jdbc.sql("""
				select date_trunc('week', at at time zone :zone)::date as monday, sum(requested) as requested,
					sum(live) as live, sum(lost) as lost
				from (
					select requested_at as at, 1 as requested, 0 as live, 0 as lost from customer
					union all
					select since, 0, (stage = 'live')::int, (stage <> 'live')::int from customer
					where stage in ('live', 'rejected', 'closed', 'cancelled')) as events
				where at between :since and :now group by 1""")
			.param("zone", this.settings.zone().getId())
			.param("since", since.atOffset(ZoneOffset.UTC))
			.param("now", now.atOffset(ZoneOffset.UTC))
			.query(Week.class)
			.list();
	}

	private LocalDate monday(Instant moment) {
		return moment.atZone(this.settings.zone())
			.toLocalDate()
			.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
	}

}
