package com.modalitysystems.onboarding.sandbox;

import java.io.IOException;
import java.nio.file.Path;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;

/**
 * A PostgreSQL server of our own, for running from the source tree where no other
 * database is named. The packaged application does not carry it.
 */
@Profile("sandbox")
@ConditionalOnClass(EmbeddedPostgres.class)
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "none")
@Configuration(proxyBeanMethods = false)
class EmbeddedDatabase {

	// closed by Spring after the pool, and not by a shutdown hook, which would race with
	// it
	@Bean(destroyMethod = "close")
	EmbeddedPostgres embeddedPostgres(Environment environment) throws IOException {
		Path directory = Path.of(environment.getProperty("onboarding.data-directory", "./data"), "postgresql");
		String durable = environment.getProperty("sandbox.database-durable", "on");
		return EmbeddedPostgres.builder()
			.setDataDirectory(directory)
			.setCleanDataDirectory(false)
			.setRegisterShutdownHook(false)
			.setServerConfig("fsync", durable)
			.setServerConfig("synchronous_commit", durable)
			.start();
	}

	@Bean
	JdbcConnectionDetails jdbcConnectionDetails(EmbeddedPostgres postgres) {
		return new JdbcConnectionDetails() {

			@Override
			public String getUsername() {
				return "postgres";
			}

			@Override
			public String getPassword() {
				return "postgres";
			}

			@Override
			public String getJdbcUrl() {
				return postgres.getJdbcUrl("postgres", "postgres");
			}

		};
	}

}
