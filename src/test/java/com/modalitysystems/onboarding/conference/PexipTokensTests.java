package com.modalitysystems.onboarding.conference;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.Clock;
import java.util.Base64;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.modalitysystems.onboarding.http.Clients;
import com.modalitysystems.onboarding.http.RemoteCallFailed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PexipTokensTests {

	private static final String EMPTY = "{\"meta\": {\"next\": null}, \"objects\": []}";

	@RegisterExtension
	private static final WireMockExtension pexip = WireMockExtension.newInstance()
		.options(WireMockConfiguration.wireMockConfig().dynamicPort())
		.build();

	private final MovingClock clock = new MovingClock();

	private PexipApi api;

	@BeforeEach
	void client() {
		PexipSettings settings = Adapters.settings(URI.create(pexip.baseUrl() + "/"), Adapters.CLIENT,
				Duration.ofSeconds(1));
		this.api = Adapters.api(settings, Clients.real(), this.clock);
		pexip.stubFor(get(anyUrl()).willReturn(json(EMPTY)));
		tokens(token("first"));
	}

	@Test
	void theClientProvesItselfAsPexipDocuments() throws IOException {
		this.api.all(Resource.conference);
		pexip.verify(1, postRequestedFor(urlEqualTo("/oauth/token/"))
			.withHeader("Content-Type", equalTo("application/x-www-form-urlencoded"))
			.withFormParam("grant_type", equalTo("client_credentials"))
			.withFormParam("client_assertion_type", equalTo("urn:ietf:params:oauth:client-assertion-type:jwt-bearer")));
		List<JsonNode> assertion = assertion();
		assertThat(assertion.get(0).path("alg").asText()).isEqualTo("ES256");
		JsonNode claims = assertion.get(1);
		assertThat(claims.path("iss").asText()).isEqualTo(claims.path("sub").asText())
			.isEqualTo(Adapters.CLIENT.clientId());
		assertThat(claims.path("aud").asText()).isEqualTo(pexip.baseUrl() + "/oauth/token/");
		assertThat(claims.path("iat").asLong()).isEqualTo(this.clock.instant().getEpochSecond());
		assertThat(claims.path("exp").asLong()).isEqualTo(this.clock.instant().getEpochSecond() + 600);
		assertThat(claims.path("jti").asText()).isNotEmpty();
		pexip.verify(1, getRequestedFor(anyUrl()).withHeader("Authorization", equalTo("Bearer first")));
	}

	@Test
	void aTokenIsKeptUntilAMinuteBeforeItExpires() {
		this.api.all(Resource.conference);
		this.clock.advance(Duration.ofMinutes(58));
		this.api.all(Resource.conference);
		pexip.verify(1, postRequestedFor(anyUrl()));
		this.clock.advance(Duration.ofMinutes(1));
		this.api.all(Resource.conference);
		pexip.verify(2, postRequestedFor(anyUrl()));
	}

	@Test
	void aTokenThatIsNotTakenAnyMoreIsReplacedOnce() {
		this.api.all(Resource.conference);
		pexip.stubFor(get(anyUrl()).withHeader("Authorization", equalTo("Bearer first"))
			.willReturn(aResponse().withStatus(401)));
		tokens(token("second"));
		assertThat(this.api.all(Resource.conference)).isEmpty();
		pexip.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(401)));
		assertThatExceptionOfType(RemoteCallFailed.class).isThrownBy(() -> this.api.all(Resource.conference))
			.withMessageContaining("401")
			.withMessageContaining("conference.pexip.client-id");
		pexip.verify(3, postRequestedFor(anyUrl()));
	}

	@Test
	void eachAssertionIsUsedOnce() throws IOException {
		this.api.all(Resource.conference);
		String first = assertion().get(1).path("jti").asText();
		this.clock.advance(Duration.ofHours(2));
		pexip.resetRequests();
		this.api.all(Resource.conference);
		assertThat(assertion().get(1).path("jti").asText()).isNotEqualTo(first);
	}

	@ParameterizedTest
	@CsvSource({ "400, conference.pexip.client-id", "401, conference.pexip.client-id",
			"403, conference.pexip.client-id", "404, switched off", "405, answered 405", "429, answered 429",
			"503, answered 503" })
	void whyThereIsNoTokenIsSaidWithoutQuotingAnything(int status, String sentence) {
		tokens(json("{\"error\": \"canary\"}").withStatus(status));
		assertThatExceptionOfType(RemoteCallFailed.class).isThrownBy(() -> this.api.all(Resource.conference))
			.withMessageStartingWith("Pexip: ")
			.withMessageContaining(sentence)
			.withMessageNotContaining("canary");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "{}", "[]", "{\"access_token\": \"canary\"}",
			"{\"access_token\": \"canary\", \"expires_in\": 0}", "{\"expires_in\": 3600}", "<h1>canary</h1>" })
	void whatIsNoTokenIsNotUsed(String body) {
		tokens(json(body));
		assertThatExceptionOfType(RemoteCallFailed.class).isThrownBy(() -> this.api.all(Resource.conference))
			.withMessageNotContaining("canary");
		pexip.verify(0, getRequestedFor(anyUrl()));
	}

	private static void tokens(ResponseDefinitionBuilder answer) {
		pexip.stubFor(post(urlEqualTo("/oauth/token/")).willReturn(answer));
	}

	private static ResponseDefinitionBuilder token(String value) {
		return json("{\"access_token\": \"%s\", \"expires_in\": 3600, \"token_type\": \"Bearer\"}".formatted(value));
	}

	private static ResponseDefinitionBuilder json(String body) {
		return aResponse().withHeader("Content-Type", "application/json").withBody(body);
	}

	private static List<JsonNode> assertion() throws IOException {
		String sent = pexip.findAll(postRequestedFor(anyUrl())).get(0).formParameter("client_assertion").firstValue();
		String[] parts = sent.split("\\.");
		return List.of(new ObjectMapper().readTree(Base64.getUrlDecoder().decode(parts[0])),
				new ObjectMapper().readTree(Base64.getUrlDecoder().decode(parts[1])));
	}

	private static final class MovingClock extends Clock {

		private Instant now = Clients.NOW;

		void advance(Duration by) {
			this.now = this.now.plus(by);
		}

		@Override
		public Instant instant() {
			return this.now;
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			throw new UnsupportedOperationException();
		}

	}

}
