package com.modalitysystems.onboarding.insight;

import java.io.IOException;
import java.io.UncheckedIOException;

import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A PostgreSQL in which nobody else is, so that all figures are known. */
final class InsightDatabase implements AutoCloseable {

	private final EmbeddedPostgres postgres;

	InsightDatabase() {
		try {
			this.postgres = EmbeddedPostgres.builder().setRegisterShutdownHook(false).start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		// without the engine's own tables
		Flyway.configure().dataSource(dataSource()).locations("classpath:db/migration").load().migrate();
	}

	DataSource dataSource() {
		return this.postgres.getPostgresDatabase();
	}

	JdbcClient jdbc() {
		return JdbcClient.create(dataSource());
	}

	@Override
	public void close() {
		try {
			this.postgres.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
