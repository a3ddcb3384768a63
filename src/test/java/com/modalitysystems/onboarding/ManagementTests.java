package com.modalitysystems.onboarding;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What operators see of a node behind the management port. */
@HouseTest
class ManagementTests {

	private final HttpClient http = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	@LocalManagementPort
	private int managementPort;

	@Test
	void healthTellsOfEachPart() throws Exception {
		JsonNode health = new ObjectMapper().readTree(get("/actuator/health").body());
		assertThat(health.path("status").asText()).as(health.toPrettyString()).isEqualTo("UP");
		JsonNode parts = health.path("components");
		assertThat(parts.fieldNames()).toIterable()
			.contains("db", "processEngine", "jobExecutor", "mail", "livenessState", "readinessState");
		assertThat(parts.at("/processEngine/details/drawings").asInt()).isPositive();
		assertThat(parts.at("/jobExecutor/details/active").asBoolean()).isTrue();
		assertThat(parts.at("/jobExecutor/details/lockOwner").asText()).isNotEmpty();
		assertThat(parts.at("/mail/details").fieldNames()).toIterable()
			.contains("waiting", "oldestSeconds", "refused", "unknown");
	}

	@ParameterizedTest
	@ValueSource(strings = { "liveness", "readiness" })
	void groupsSayOneWord(String group) throws Exception {
		assertThat(get("/actuator/health/" + group).body()).isEqualTo("{\"status\":\"UP\"}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/env", "/heapdump", "/loggers", "/metrics", "/shutdown" })
	void nothingElseIsThere(String path) throws Exception {
		assertThat(get("/actuator" + path).statusCode()).isEqualTo(404);
	}

	@Test
	void theManagementPortIsOpenToThisMachineOnly() throws Exception {
		InetAddress elsewhere = InetAddress.getByName("127.0.0.2");
		assertThatIOException().isThrownBy(() -> {
			try (Socket socket = new Socket()) {
				socket.connect(new InetSocketAddress(elsewhere, this.managementPort), 2000);
			}
		});
	}

	@Test
	void figuresTellWhereCustomersAreAndWhatWaits() throws Exception {
		Outside outside = new Outside("http://localhost:" + this.port);
		UUID tenant = UUID.randomUUID();
		outside.tenant(tenant, "Figures", "figures.example");
		outside.ask("Figures", tenant, "figures@figures.example");
		await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
			String figures = get("/actuator/prometheus").body();
			assertThat(figure(figures, "onboarding_customers{stage=\"awaitingApproval\"}")).isPositive();
			assertThat(figure(figures, "onboarding_waiting{whom=\"staff\"}")).isPositive();
			assertThat(figure(figures, "onboarding_tasks{task=\"approveRequest\"}")).isPositive();
			assertThat(figure(figures, "onboarding_letters_total{kind=\"requestReceived\",outcome=\"accepted\"}"))
				.isPositive();
			assertThat(figure(figures, "onboarding_outbox_waiting")).isZero();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "onboarding_customers{stage=\"live\"}", "onboarding_tasks{task=\"confirmService\"}",
			"onboarding_incidents", "onboarding_jobs_due", "onboarding_jobs_lag_seconds", "onboarding_jobs_retrying",
			"onboarding_jobs_repeated_total", "onboarding_outbox_oldest_seconds", "onboarding_outbox_refused",
			"onboarding_outbox_unknown" })
	void figureIsThere(String name) throws Exception {
		assertThat(figure(get("/actuator/prometheus").body(), name)).isNotNegative();
	}

	@Test
	void eachFigureOfTheGuideIsThere() throws Exception {
		String guide = Files.readString(Path.of("docs", "operate.md"));
		String figures = get("/actuator/prometheus").body();
		List<String> named = Pattern.compile("`(onboarding_[a-z_]+)[`{]")
			.matcher(guide)
			.results()
			.map(figure -> figure.group(1))
			.distinct()
			// told once something was sent or called
			.filter(figure -> !figure.matches("onboarding_(letters_total|outside_calls_seconds_)"))
			.toList();
		assertThat(named).hasSizeGreaterThan(10)
			.allSatisfy(figure -> assertThat(figures).containsPattern("(?m)^" + figure + "[ {]"));
	}

	@Test
	void theImageFindsTheNodeHealthy() throws Exception {
		assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "There is no bash");
		assertThat(checkHealthAt(this.managementPort)).isZero();
		assertThat(checkHealthAt(this.port)).as("where health is not told").isNotZero();
	}

	private static int checkHealthAt(int port) throws Exception {
		Matcher check = Pattern.compile("HEALTHCHECK .*CMD (\\[.+])")
			.matcher(Files.readString(Path.of("Dockerfile")).replace("\\\n", ""));
		assertThat(check.find()).isTrue();
		String[] command = new ObjectMapper().readValue(check.group(1).replace("8090", String.valueOf(port)),
				String[].class);
		return new ProcessBuilder(command).start().waitFor();
	}

	private static double figure(String figures, String name) {
		return Pattern.compile("^" + Pattern.quote(name) + " (\\S+)$", Pattern.MULTILINE)
			.matcher(figures)
			.results()
			.mapToDouble(line -> Double.parseDouble(line.group(1)))
			.findFirst()
			.orElseThrow(() -> new AssertionError("No " + name));
	}

	private HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return this.http.send(
				HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.managementPort + path)).build(),
				BodyHandlers.ofString());
	}

}
