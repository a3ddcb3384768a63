package com.modalitysystems.onboarding.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

import com.modalitysystems.onboarding.doctor.Examination;
import com.modalitysystems.onboarding.doctor.Finding;
import com.modalitysystems.onboarding.time.SettableClock;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** Is the database there, ours to write to, of this version, and of the same time? */
@Component
class DatabaseExamination implements Examination {

	private final DataSource pool;

	private final Schema schema;

	private final ClockDifference clocks;

	DatabaseExamination(DataSource pool, Schema schema, SettableClock clock) {
		this.pool = pool;
		this.schema = schema;
		this.clocks = new ClockDifference(clock.machine());
	}

	@Override
	public String subject() {
		return "Database";
	}

	@Override
	public List<Finding> findings() {
		List<Finding> findings = new ArrayList<>();
		try (Connection connection = this.pool.getConnection()) {
			JdbcClient database = JdbcClient.create(new SingleConnectionDataSource(connection, true));
			findings.add(Finding.ok("reachable, PostgreSQL " + text(database, "show server_version")));
			if (text(database, "select pg_is_in_recovery()").equals("true")) {
				findings.add(Finding.failed("is a standby, which can only be read",
						"Let spring.datasource.url lead to the primary server."));
			}
			findings.add(this.clocks.to(database));
		}
		catch (SQLException ex) {
			// the cause says why; the pool, only that it waited
			findings
				.add(Finding.failed("cannot be reached: " + NestedExceptionUtils.getMostSpecificCause(ex).getMessage(),
						"Check spring.datasource.url, spring.datasource.username and spring.datasource.password."));
			return findings;
		}
		findings.addAll(this.schema.findings());
		return findings;
	}

	private static String text(JdbcClient database, String sql) {
		return database.sql(sql).query(String.class).single();
	}

}
