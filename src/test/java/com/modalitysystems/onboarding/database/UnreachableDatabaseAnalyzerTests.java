package com.modalitysystems.onboarding.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What an operator reads when the start finds no database. */
class UnreachableDatabaseAnalyzerTests {

	private final UnreachableDatabaseAnalyzer analyzer = new UnreachableDatabaseAnalyzer();

	@Test
	void aServerThatDoesNotAnswerIsToldWithTheSettingsToLookAt() {
		FlywayException failure = catchThrowableOfType(FlywayException.class,
				() -> Flyway.configure()
					.dataSource("jdbc:postgresql://localhost:1/nowhere?password=typed-secret-Hb3", "onboarding",
							"typed-secret-Hb3")
					.load()
					.migrate());
		FailureAnalysis analysis = this.analyzer
			.analyze(new BeanCreationException("flywayInitializer", "failed", failure));
		assertThat(analysis.getDescription()).isEqualTo("The database cannot be reached (SQL state 08001).");
		assertThat(analysis.getAction())
			.contains("spring.datasource.url", "spring.datasource.username", "spring.datasource.password", "doctor")
			.doesNotContain("typed-secret-Hb3");
	}

	@ParameterizedTest
	@CsvSource({ "08006, cannot be reached", "28P01, does not let us in", "28000, does not let us in",
			"3D000, does not exist" })
	void whyIsToldByTheSqlStateBehindThePoolsAndInNoWordOfTheDrivers(String state, String what) {
		SQLException driver = new SQLException("FATAL: words with typed-secret-Hb3", state);
		FailureAnalysis analysis = this.analyzer
			.analyze(new IllegalStateException(new SQLTransientConnectionException("the pool waited", state, driver)));
		assertThat(analysis.getDescription()).contains(what, state).doesNotContain("typed-secret-Hb3");
	}

	@Test
	void whatTheDatabaseSaysOfAStatementIsNobodysReach() {
		assertThat(this.analyzer
			.analyze(new IllegalStateException(new PSQLException("a row", PSQLState.UNIQUE_VIOLATION)))).isNull();
	}

	@Test
	void theStartAsksIt() {
		// some of Spring Boot's cannot be made without a context
		FailureHandler others = FailureHandler.handleMessage((message, failure) -> {
		});
		assertThat(SpringFactoriesLoader.forDefaultResourceLocation().load(FailureAnalyzer.class, others))
			.hasAtLeastOneElementOfType(UnreachableDatabaseAnalyzer.class);
	}

}
