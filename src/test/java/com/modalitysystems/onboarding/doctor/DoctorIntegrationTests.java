package com.modalitysystems.onboarding.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.HouseTest;
import com.modalitysystems.onboarding.OnboardingApplication;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The doctor as an operator calls it, in a machine of its own and in production form,
 * beside an installation that is alive. Its outside world is the sandbox.
 */
@HouseTest
class DoctorIntegrationTests {

	@Autowired
	private Environment environment;

	@Autowired
	private JdbcConnectionDetails database;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void allIsWellButThatItIsASandbox() throws Exception {
		Visited visited = doctor(Map.of("doctor.letter-to", "ops@example.com"));
		assertThat(visited.lines()).filteredOn((line) -> line.startsWith("failed")).isEmpty();
		assertThat(visited.exitCode()).isZero();
		assertThat(visited.lines()).first()
			.asString()
			.startsWith("warning  Settings")
			.contains("services may be on this machine");
		for (String subject : subjects()) {
			assertThat(visited.lines()).as(subject)
				.anyMatch((line) -> line.startsWith("ok       " + subject) || line.startsWith("warning  " + subject));
		}
		assertThat(visited.lines())
			.anyMatch((line) -> line.startsWith("ok       Mail") && line.contains("took a letter"));
	}

	@Test
	void whatIsWrongFailsWithItsFixAndTheOthersAreExaminedAllTheSame() throws Exception {
		Visited visited = doctor(
				Map.of("spring.datasource.url", "jdbc:postgresql://localhost:1/nowhere", "conference.pexip.password",
						"wrong-secret-Wd1", "spring.mail.port", "1", "onboarding.public-url", "http://localhost:1"));
		assertThat(visited.exitCode()).isEqualTo(1);
		assertThat(visited.fixOf("failed   Conference")).contains("conference.pexip.");
		assertThat(visited.fixOf("failed   Database")).contains("spring.datasource.url");
		assertThat(visited.fixOf("failed   Mail (SMTP)")).contains("spring.mail.port");
		assertThat(visited.fixOf("failed   Public address")).contains("onboarding.public-url");
		assertThat(visited.lines()).anyMatch((line) -> line.startsWith("ok       Link secret"))
			.noneMatch((line) -> line.contains("wrong-secret-Wd1"));
	}

	@Test
	void nothingIsMigrated() throws Exception {
		this.jdbc.sql("create database examined").update();
		Map<String, String> examined = Map.of("spring.datasource.url",
				this.database.getJdbcUrl().replace("/postgres?", "/examined?"));
		Visited visited = doctor(examined);
		assertThat(visited.fixOf("warning  Database")).contains("The application makes them when it starts");
		assertThat(visited.lines()).anyMatch((line) -> line.startsWith("ok       Firewall") && line.contains("a token"))
			.anyMatch((line) -> line.startsWith("ok       Firewall") && line.contains("its rules can be read"))
			.anyMatch((line) -> line.startsWith("ok       Firewall") && line.contains("priorities"));
		assertThat(visited.fixOf("warning  Firewall")).contains("start the application once");
		assertThat(tablesIn(examined.get("spring.datasource.url"))).isEmpty();
	}

	private List<String> tablesIn(String url) {
		return JdbcClient
			.create(new DriverManagerDataSource(url, this.database.getUsername(), this.database.getPassword()))
			.sql("select table_name from information_schema.tables where table_schema = 'public'")
			.query(String.class)
			.list();
	}

	/** What the rooms examine, each in its own words. */
	private List<String> subjects() {
		return List.of("Settings", "Database", "Link secret", "Public address", "Mail (SMTP)", "Directory", "Firewall",
				"Conference");
	}

	private Visited doctor(Map<String, String> more) throws Exception {
		Stream<String> machine = Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp",
				System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
				OnboardingApplication.class.getName(), Doctor.CALL);
		Map<String, String> settings = new TreeMap<>(Map.of("spring.config.additional-location",
				"classpath:application-sandbox.yaml", "onboarding.allow-loopback-services", "true",
				"onboarding.link-secret", UUID.randomUUID().toString(), "server.port",
				this.environment.getRequiredProperty("server.port"), "sandbox.smtp-port",
				this.environment.getRequiredProperty("sandbox.smtp-port"), "spring.datasource.url",
				this.database.getJdbcUrl(), "spring.datasource.username", this.database.getUsername(),
				"spring.datasource.password", this.database.getPassword()));
		settings.putAll(more);
		Stream<String> told = settings.entrySet().stream().map((one) -> "--" + one.getKey() + "=" + one.getValue());
		return Visited.by(Stream.concat(machine, told).toList());
	}

	private record Visited(int exitCode, List<String> lines) {

		/** What is to be done about the first finding that begins like this. */
		private String fixOf(String beginning) {
			for (int line = 0; line + 1 < this.lines.size(); line++) {
				if (this.lines.get(line).startsWith(beginning) && this.lines.get(line + 1).contains("-> ")) {
					return this.lines.get(line + 1);
				}
			}
			throw new AssertionError("No " + beginning + " in " + this.lines);
		}

		private static Visited by(List<String> command) throws IOException, InterruptedException {
			Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
			List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
				.toList();
			return new Visited(process.waitFor(), lines);
		}

	}

}
