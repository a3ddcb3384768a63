package com.modalitysystems.onboarding.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.WaitingFor;
import com.modalitysystems.onboarding.insight.BusinessTime.Home;
import com.modalitysystems.onboarding.insight.Experience.Usual;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Those who are on their way. */
@Repository
class OpenOnboardings {

	private final JdbcClient jdbc;

	private final BusinessTime hours;

	private final Experience experience;

	OpenOnboardings(JdbcClient jdbc, BusinessTime hours, Experience experience) {
		this.jdbc = jdbc;
		this.hours = hours;
		this.experience = experience;
	}

	/**
	 * All of them: who is overdue before the others, and whoever waits longest first.
	 */
	List<Waiting> at(Instant now) {
		Map<Stage, Usual> usual = this.experience.known();
		return this.jdbc.sql("""
				select reference, company, stage, waiting_for, since, country, time_zone from customer
				where stage not in ('live', 'rejected', 'closed', 'cancelled')""")
			.query((row, index) -> waiting(row, now, usual))
			.list()
			.stream()
			.sorted(Comparator.comparing(Waiting::lateness).thenComparing(Waiting::waited).reversed())
			.toList();
	}

	private Waiting waiting(ResultSet row, Instant now, Map<Stage, Usual> usual) throws SQLException {
		Stage stage = Stage.valueOf(row.getString("stage"));
		Instant since = row.getTimestamp("since").toInstant();
		Duration waited = this.hours.in(stage, new Home(row.getString("country"), row.getString("time_zone")), since,
				now);
		Usual here = usual.get(stage);
		return new Waiting(row.getString("reference"), row.getString("company"), stage,
				WaitingFor.valueOf(row.getString("waiting_for")), since, waited,
				(here != null) ? here.of(waited) : Lateness.inTime);
	}

}
