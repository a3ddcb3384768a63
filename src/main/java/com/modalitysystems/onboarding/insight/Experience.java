package com.modalitysystems.onboarding.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.time.Remembered;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is usual in each stage, from what ended there within the last year. */
@Repository
class Experience {

	private static final Duration LATELY = Duration.ofDays(365);

	// fewer are no experience
	private static final int ENOUGH = 20;

	// a year's experience does not change within minutes, and takes long to gather
	private static final Duration KEPT = Duration.ofMinutes(10);

	private final JdbcClient jdbc;

	private final Clock clock;

	private final Remembered<Map<Stage, Usual>> known = new Remembered<>(KEPT, this::ask);

	Experience(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** What is usual, as it was known a little before at the latest. */
	Map<Stage, Usual> known() {
		return this.known.get();
	}

	private Map<Stage, Usual> ask() {
		Instant now = this.clock.instant();
		return this.jdbc
			.sql("""
					select stage, usual from unnest(array[:stages]) as here(stage) cross join lateral (
						select count(*) as stays, percentile_cont(array[0.8, 0.9]) within group (order by business_seconds) as usual
						from stay where stage = here.stage and left_at between :since and :now and business_seconds is not null
					) as times where stays >= :enough""")
			.param("stages", Stays.STAGES)
			.param("since", now.minus(LATELY).atOffset(ZoneOffset.UTC))
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("enough", ENOUGH)
			.query((row, index) -> usual(row))
			.list()
			.stream()
			.collect(Collectors.toMap(Usual::stage, Function.identity()));
	}

	private static Usual usual(ResultSet row) throws SQLException {
		Double[] seconds = (Double[]) row.getArray("usual").getArray();
		return new Usual(Stage.valueOf(row.getString("stage")), Duration.ofSeconds(Math.round(seconds[0])),
				Duration.ofSeconds(Math.round(seconds[1])));
	}

	/**
	 * What is usual in a stage, in business hours.
	 *
	 * @param stage which
	 * @param four what four of five took at most
	 * @param nine what nine of ten took at most
	 */
	record Usual(Stage stage, Duration four, Duration nine) {

		Lateness of(Duration waited) {
			if (waited.compareTo(this.nine) > 0) {
				return Lateness.overdue;
			}
			return (waited.compareTo(this.four) > 0) ? Lateness.likelyLate : Lateness.inTime;
		}

	}

}
