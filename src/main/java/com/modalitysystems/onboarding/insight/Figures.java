package com.modalitysystems.onboarding.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import com.modalitysystems.onboarding.customer.Loss;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.Step;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** What became of onboardings within a time, counted by the database. */
@Repository
class Figures {

	private static final int LATEST = 50;

	private final JdbcClient jdbc;

	Figures(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** How far those came who asked within this time. */
	Funnel funnel(Instant since, Instant now) {
		return Funnel.of(within("""
				select furthest, case when stage in ('rejected', 'closed', 'cancelled') then lost_because end as loss,
					count(*) as onboardings
				from customer where requested_at between :since and :now group by 1, 2""", since, now)
			.query((row, index) -> new Funnel.Group(Step.valueOf(row.getString("furthest")),
					loss(row.getString("loss")), row.getLong("onboardings")))
			.list());
	}

	/** How long the stays took that ended within this time. */
	List<StageTime> stageTimes(Instant since, Instant now) {
		// each by itself is sorted in memory, all together are not
		return within(
				"""
						select stage, stays, seconds from unnest(array[:stages]) as here(stage) cross join lateral (
							select count(*) as stays, percentile_cont(array[0.5, 0.9]) within group (order by business_seconds) as seconds
							from stay where stage = here.stage and left_at between :since and :now and business_seconds is not null
						) as times where stays > 0""",
				since, now)
			.param("stages", Stays.STAGES)
			.query((row, index) -> stageTime(row))
			.list()
			.stream()
			.sorted(Comparator.comparing(StageTime::stage))
			.toList();
	}

	/**
	 * What half of those took at most, from request to live, that became live within this
	 * time.
	 */
	Optional<Duration> toLive(Instant since, Instant now) {
		return within("""
				select percentile_cont(0.5) within group (order by extract(epoch from since - requested_at))
				from customer where stage = 'live' and since between :since and :now""", since, now)
			.query((row, index) -> Optional.ofNullable(row.getObject(1, Double.class)))
			.single()
			.map((seconds) -> Duration.ofSeconds(Math.round(seconds)));
	}

	/** Those that ended last, before they were live. */
	List<Lost> lost(Instant since, Instant now) {
		return within("""
				select reference, company, furthest, lost_because, since from customer
				where stage in ('rejected', 'closed', 'cancelled') and since between :since and :now
				order by since desc limit :latest""", since, now).param("latest", LATEST)
			.query((row, index) -> new Lost(row.getString("reference"), row.getString("company"),
					Step.valueOf(row.getString("furthest")), Loss.valueOf(row.getString("lost_because")),
					row.getTimestamp("since").toInstant()))
			.list();
	}

	private StatementSpec within(String sql, Instant since, Instant now) {
		return this.jdbc.sql(sql)
			.param("since", since.atOffset(ZoneOffset.UTC))
			.param("now", now.atOffset(ZoneOffset.UTC));
	}

	private static StageTime stageTime(ResultSet row) throws SQLException {
		Double[] seconds = (Double[]) row.getArray("seconds").getArray();
		return new StageTime(Stage.valueOf(row.getString("stage")), row.getLong("stays"),
				Duration.ofSeconds(Math.round(seconds[0])), Duration.ofSeconds(Math.round(seconds[1])));
	}

	private static @Nullable Loss loss(@Nullable String name) {
		return (name != null) ? Loss.valueOf(name) : null;
	}

}
