package com.modalitysystems.onboarding.sandbox;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import com.modalitysystems.onboarding.HouseTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.util.StopWatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@HouseTest
class FaultsTests {

	// faults name paths that only this test calls, for the house goes on working
	private final String name = "fault-" + UUID.randomUUID();

	private final String path = "azure_tenant/?name=" + this.name;

	@LocalServerPort
	private int port;

	private Outside outside;

	@BeforeEach
	void connect() {
		this.outside = new Outside(this.port);
	}

	@AfterEach
	void clear() {
		assertThat(this.outside.call("DELETE", "/faults", Map.of(), null).status()).isEqualTo(200);
	}

	@Test
	void faultStrikesAsOftenAsAskedAndIsGone() {
		fault("\"times\": 2, \"status\": 429, \"retryAfter\": 7");
		for (int time = 0; time < 2; time++) {
			Outside.Answer answer = this.outside.pexip("GET", this.path, null);
			assertThat(answer.status()).isEqualTo(429);
			assertThat(answer.header("Retry-After")).isEqualTo("7");
		}
		assertThat(this.outside.pexip("GET", this.path, null).status()).isEqualTo(200);
		assertThat(this.outside.get("/faults").json()).isEmpty();
	}

	@Test
	void faultStrikesOnlyEachNthCall() {
		fault("\"times\": 2, \"every\": 3, \"status\": 503");
		for (int status : new int[] { 200, 200, 503, 200, 200, 503, 200, 200, 200 }) {
			assertThat(this.outside.pexip("GET", this.path, null).status()).isEqualTo(status);
		}
	}

	@Test
	void faultStrikesOnlyItsPath() {
		fault("\"status\": 500");
		assertThat(this.outside.pexip("GET", "azure_tenant/?name=another", null).status()).isEqualTo(200);
		assertThat(this.outside.pexip("GET", this.path, null).status()).isEqualTo(500);
	}

	@Test
	void cutConnectionBringsNoAnswer() {
		fault("\"drop\": true, \"times\": 3");
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> this.outside.pexip("POST", "azure_tenant/?name=" + this.name, tenant()));
		clear();
		assertThat(this.outside.pexip("GET", this.path, null).json().path("objects")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"drop\": true", "\"delayMillis\": 1, \"drop\": true" })
	void callMayTakeEffectThoughItsAnswerIsLost(String how) {
		fault(how + ", \"after\": true");
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> this.outside.pexip("POST", "azure_tenant/?name=" + this.name, tenant()));
		assertThat(this.outside.pexip("GET", this.path, null).json().path("objects")).hasSize(1);
	}

	@Test
	void callMayTakeEffectThoughItsAnswerIsAnError() {
		fault("\"status\": 502, \"after\": true");
		assertThat(this.outside.pexip("POST", "azure_tenant/?name=" + this.name, tenant()).status()).isEqualTo(502);
		assertThat(this.outside.pexip("GET", this.path, null).json().path("objects")).hasSize(1);
	}

	@Test
	void slowAnswerIsTheRightOne() {
		fault("\"delayMillis\": 300");
		StopWatch watch = new StopWatch();
		watch.start();
		assertThat(this.outside.pexip("GET", this.path, null).status()).isEqualTo(200);
		watch.stop();
		assertThat(Duration.ofNanos(watch.getTotalTimeNanos())).isGreaterThan(Duration.ofMillis(299));
	}

	@Test
	void journalTellsOfEveryCall() {
		fault("\"drop\": true, \"after\": true");
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> this.outside.pexip("POST", "azure_tenant/?name=" + this.name, tenant()));
		this.outside.pexip("GET", this.path, null);
		var journal = this.outside.get("/journal?target=pexip&limit=2").json();
		assertThat(journal.path(0).path("method").asText()).isEqualTo("GET");
		assertThat(journal.path(0).path("path").asText()).endsWith(this.path);
		assertThat(journal.path(0).path("status").asInt()).isEqualTo(200);
		assertThat(journal.path(1).path("body").asText()).isEqualTo(tenant());
		assertThat(journal.path(1).has("status")).isFalse();
		assertThat(journal.path(1).path("fault").asText()).isEqualTo("connection cut after it took effect");
	}

	@Test
	void journalKeepsNoSecret() {
		this.outside.signIn(Outside.HOME);
		String body = this.outside.get("/journal?target=login&limit=1").json().path(0).path("body").asText();
		assertThat(body).contains("client_secret=***", "client_id=" + Outside.VIDEO_APP)
			.doesNotContain(Outside.VIDEO_SECRET);
	}

	@ParameterizedTest
	@ValueSource(strings = { "[{\"target\": \"teams\", \"status\": 500}]", "[{\"status\": 500}]",
			"[{\"target\": \"graph\"}]", "[{\"target\": \"graph\", \"status\": 1}]",
			"[{\"target\": \"graph\", \"status\": 500, \"path\": \"(\"}]",
			"[{\"target\": \"graph\", \"status\": 500, \"times\": 0}]", "nonsense" })
	void nonsenseIsRefused(String faults) {
		assertThat(this.outside.json("PUT", "/faults", faults).status()).isEqualTo(400);
		assertThat(this.outside.get("/faults").json()).isEmpty();
	}

	private void fault(String how) {
		Outside.Answer answer = this.outside.json("PUT", "/faults",
				"[{\"target\": \"pexip\", \"path\": \"" + this.name + "\", " + how + "}]");
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
	}

	private String tenant() {
		return "{\"name\":\"" + this.name + "\",\"tenant_id\":\"" + this.name.substring(6) + "\"}";
	}

}
