package com.modalitysystems.onboarding.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.insight.BusinessTime.Home;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/**
 * Counts the business hours of stays in a stage, once for each that is over: what is
 * counted can be sorted by the database, however many there are.
 */
@Repository
class Stays {

	/** Where one can stay. */
	static final List<String> STAGES = Arrays.stream(Stage.values())
		.filter((stage) -> !stage.isEnd())
		.map(Stage::name)
		.toList();

	private static final int AT_A_TIME = 5000;

	private final JdbcClient jdbc;

	private final NamedParameterJdbcTemplate batch;

	private final BusinessTime hours;

	Stays(JdbcClient jdbc, NamedParameterJdbcTemplate batch, BusinessTime hours) {
		this.jdbc = jdbc;
		this.batch = batch;
		this.hours = hours;
	}

	/** Count those that are over; another node that does the same counts the same. */
	@Scheduled(fixedDelayString = "PT1M")
	void count() {
		List<Over> over = over();
		while (!over.isEmpty()) {
			this.batch.batchUpdate("update stay set business_seconds = :seconds where id = :id",
					over.stream().map(this::counted).toArray(SqlParameterSource[]::new));
			over = over();
		}
	}

	private List<Over> over() {
		return this.jdbc.sql("""
				select id, stay.stage, entered_at, left_at, country, time_zone
				from stay join customer using (reference)
				where left_at is not null and business_seconds is null order by id limit :most""")
			.param("most", AT_A_TIME)
			.query((row, index) -> over(row))
			.list();
	}

	private static Over over(ResultSet row) throws SQLException {
		return new Over(row.getLong("id"), Stage.valueOf(row.getString("stage")),
				new Home(row.getString("country"), row.getString("time_zone")),
				row.getTimestamp("entered_at").toInstant(), row.getTimestamp("left_at").toInstant());
	}

	private SqlParameterSource counted(Over stay) {
		return new MapSqlParameterSource("id", stay.id()).addValue("seconds",
				this.hours.in(stay.stage(), stay.home(), stay.entered(), stay.left()).toSeconds());
	}

	/**
	 * A stay that is over.
	 *
	 * @param id its number
	 * @param stage where
	 * @param home where the customer is
	 * @param entered since when
	 * @param left until when
	 */
	private record Over(long id, Stage stage, Home home, Instant entered, Instant left) {
	}

}
