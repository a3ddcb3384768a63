package com.modalitysystems.onboarding.staff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.HouseTest;
import com.modalitysystems.onboarding.OnboardingApplication;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The application without the profile of the sandbox, on a database and in a machine of
 * its own: Camunda's web applications bear only one start in a machine.
 */
@HouseTest
class StartOutsideTheSandboxTests {

	private static final String PORT_IS_OPEN = "Tomcat started on port";

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private final Path log = Path.of("target", "outside-the-sandbox.log");

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private JdbcConnectionDetails database;

	@Test
	void thePortOpensOnlyWhenAnAdministratorIsThere() throws Exception {
		this.jdbc.sql("create database outside").update();
		int port = freePort();
		Process refused = start(port);
		await().atMost(PATIENCE).until(() -> !refused.isAlive());
		assertThat(refused.exitValue()).isNotZero();
		assertThat(output()).contains("APPLICATION FAILED TO START", "staff.administrator.id")
			.doesNotContain(PORT_IS_OPEN);

		Process appointed = start(port, "--staff.administrator.id=root",
				"--staff.administrator.password=Correct-Horse-7-Battery");
		try {
			await().atMost(PATIENCE).until(() -> output().contains(PORT_IS_OPEN) || !appointed.isAlive());
			assertThat(output()).contains(PORT_IS_OPEN);
			assertThat(new Visitor(port).signIn("root", "Correct-Horse-7-Battery", "admin")).isEqualTo(200);
			assertThat(new Visitor(port).signIn("admin", "admin", "admin")).isEqualTo(401);
		}
		finally {
			appointed.destroy();
			appointed.waitFor();
		}
	}

	private Process start(int port, String... more) throws IOException {
		Stream<String> machine = Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp",
				System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
				OnboardingApplication.class.getName());
		// the sandbox's settings, but not its profile
		Stream<String> settings = Stream.of("--spring.config.additional-location=classpath:application-sandbox.yaml",
				"--camunda.bpm.generic-properties.properties.enable-password-policy=true", "--sandbox.smtp-port=1",
				"--onboarding.allow-loopback-services=true", "--onboarding.link-secret=" + UUID.randomUUID(),
				"--logging.level.org.springframework.boot.web=info", "--server.port=" + port,
				"--spring.datasource.url=" + this.database.getJdbcUrl().replace("/postgres?", "/outside?"),
				"--spring.datasource.username=" + this.database.getUsername(),
				"--spring.datasource.password=" + this.database.getPassword());
		return new ProcessBuilder(Stream.of(machine, settings, Arrays.stream(more)).flatMap(words -> words).toList())
			.redirectErrorStream(true)
			.redirectOutput(this.log.toFile())
			.start();
	}

	private String output() {
		try {
			return Files.readString(this.log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

}
