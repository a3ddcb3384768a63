package com.modalitysystems.onboarding.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;

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

	// long enough for a database that recovers from a power cut
	private static final Duration STARTUP = Duration.ofMinutes(1);

	@Bean(destroyMethod = "close")
	DataDirectory dataDirectory(Environment environment) throws IOException {
		return DataDirectory.take(Path.of(environment.getProperty("onboarding.data-directory", "./data")));
	}

	// closed by Spring after the pool, and not by a shutdown hook, which would race with
	// it
	@Bean(destroyMethod = "close")
	EmbeddedPostgres embeddedPostgres(DataDirectory directory, Environment environment) throws IOException {
		refuseRootWithoutNamespaces();
		Path database = directory.database();
		LeftoverServer.on(database).ifPresent(LeftoverServer::stop);
		String durable = environment.getProperty("sandbox.database-durable", "on");
		EmbeddedPostgres server = EmbeddedPostgres.builder()
			.setDataDirectory(database)
			.setCleanDataDirectory(false)
			.setRegisterShutdownHook(false)
			.setPGStartupWait(STARTUP)
			.setServerConfig("fsync", durable)
			.setServerConfig("synchronous_commit", durable)
			.start();
		directory.markComplete();
		return server;
	}

	/**
	 * PostgreSQL does not run as root; in a user namespace it does not see that it does.
	 */
	private static void refuseRootWithoutNamespaces() throws IOException {
		Path self = Path.of("/proc/self");
		boolean root = Files.exists(self) && Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"));
		if (root && !LinuxUtils.isUnshareAvailable()) {
			throw new SandboxRefused(
					"PostgreSQL does not run as root, and this machine lets nobody use \"unshare\" to get around it.",
					"Start as another user, or name a database of yours: --spring.datasource.url=jdbc:postgresql://… --spring.datasource.username=… --spring.datasource.password=…");
		}
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
