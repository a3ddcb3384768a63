package com.modalitysystems.onboarding.http;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.actuate.health.Status;
import org.springframework.web.client.RestClient;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@WireMockTest
class OutsideCallsTests {

	private final MeterRegistry meters = new SimpleMeterRegistry();

	private final OutsideCalls calls = new OutsideCalls(this.meters, Clients.CLOCK);

	private final OutsideSystemsHealthIndicator health = new OutsideSystemsHealthIndicator(this.calls);

	private RestClient client;

	@BeforeEach
	void reachTheOtherSystem(WireMockRuntimeInfo system) {
		this.client = Clients.counting(this.calls).to("Azure", URI.create(system.getHttpBaseUrl())).build();
	}

	@ParameterizedTest(name = "{0} is {1}")
	@CsvSource({ "200, answered", "404, refused", "429, busy", "503, busy", "302, broken", "500, broken" })
	void eachAnswerIsCountedAsWhatItIs(int status, Outcome outcome) {
		call(status(status));
		assertCounted(outcome);
	}

	@Test
	void aCutConnectionIsCounted() {
		call(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
		assertCounted(Outcome.unreachable);
	}

	@Test
	void anAnswerThatComesTooLateIsCounted() {
		Deadline.within(Duration.ofMillis(200), () -> {
			call(okJson("{}").withFixedDelay(2000));
			return true;
		});
		assertCounted(Outcome.late);
	}

	@Test
	void anAnswerThatIsTooLargeIsCounted() {
		call(aResponse().withBody("x".repeat(Wire.MOST_BYTES + 1)));
		assertCounted(Outcome.broken);
	}

	@Test
	void healthNamesTheLastAnswerAndTheLastFailureAndTheNodeStaysUp() {
		assertThat(this.health.health().getDetails()).isEmpty();
		call(okJson("{}"));
		call(status(503).withHeader("Retry-After", "9"));
		assertThat(this.health.health().getStatus()).isEqualTo(Status.UP);
		assertThat(this.health.health().getDetails())
			.isEqualTo(Map.of("Azure", Map.of("lastCall", "failed", "lastAnswer", Clients.NOW, "lastFailure",
					Clients.NOW, "failure", "Azure: answered 503 and asks to wait 9 s")));
	}

	@Test
	void healthTellsThatATokenIsRefusedUntilOneIsGiven(WireMockRuntimeInfo system) {
		MicrosoftTokens tokens = new MicrosoftTokens(Clients.counting(this.calls));
		ClientCredentials credentials = new ClientCredentials(URI.create(system.getHttpBaseUrl()),
				"2b6f4c1e-8a3d-4f7b-9c25-51e0d7a8b3f6", new ClientSecret("an old secret"));
		UUID tenant = UUID.fromString("aaaabbbb-0000-cccc-1111-dddd2222eeee");
		stubFor(post(anyUrl()).willReturn(jsonResponse("""
				{"error": "invalid_client", "error_codes": [7000222], "error_description": "AADSTS7000222"}""", 401)));
		assertThatExceptionOfType(TokenRefused.class)
			.isThrownBy(() -> tokens.token("Azure", credentials, tenant, "https://management.azure.com/.default"));
		assertThat(this.health.health().getDetails())
			.isEqualTo(Map.of("Azure", Map.of("lastCall", "refused", "lastAnswer", Clients.NOW, "lastFailure",
					Clients.NOW, "failure", "Azure: refused a token with AADSTS7000222 (invalid_client)")));
		call(okJson("{}"));
		assertThat(this.health.health().getDetails()).extractingByKey("Azure").asString().contains("lastCall=answered");
	}

	private void call(ResponseDefinitionBuilder answer) {
		stubFor(get(anyUrl()).willReturn(answer));
		try {
			this.client.get().uri("/").exchange((request, response) -> true);
		}
		catch (RemoteCallFailed ex) {
			// counted, which is what this is about
		}
	}

	private void assertCounted(Outcome outcome) {
		assertThat(this.meters.get(OutsideCalls.TIMER).timers()).singleElement().satisfies((timer) -> {
			assertThat(timer.getId().getTag("system")).isEqualTo("Azure");
			assertThat(timer.getId().getTag("outcome")).isEqualTo(outcome.name());
			assertThat(timer.count()).isOne();
		});
	}

}
