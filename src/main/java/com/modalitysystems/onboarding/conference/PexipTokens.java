package com.modalitysystems.onboarding.conference;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

import com.fasterxml.jackson.databind.JsonNode;
import com.modalitysystems.onboarding.http.HttpClients;
import com.modalitysystems.onboarding.http.RemoteCallFailed;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse;

/** The tokens that Pexip gives to our OAuth2 client; one is kept while it is good. */
@Component
class PexipTokens {

	/** Where tokens are asked for. */
	static final String PATH = "/oauth/token/";

	// a token that expires on its way is refused
	private static final Duration MARGIN = Duration.ofMinutes(1);

	private final PexipAccount account;

	private final String audience;

	private final RestClient pexip;

	private final Clock clock;

	private final AtomicReference<@Nullable Token> kept = new AtomicReference<>();

	PexipTokens(PexipSettings settings, HttpClients http, Clock clock) {
		this.account = settings.account();
		this.audience = settings.baseUrl().toString().replaceFirst("/+$", "") + PATH;
		this.pexip = http.to(PexipApi.SYSTEM, settings.baseUrl()).build();
		this.clock = clock;
	}

	/** A token that is good for a while. */
	String token() {
		Token token = this.kept.get();
		if (token == null || !token.isGoodAt(this.clock.instant().plus(MARGIN))) {
			token = fetch();
			this.kept.set(token);
		}
		return token.value();
	}

	/** Pexip does not take the token any more: the next one is a new one. */
	void forget() {
		this.kept.set(null);
	}

	private Token fetch() {
		Instant now = this.clock.instant();
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		form.add("grant_type", "client_credentials");
		form.add("client_assertion_type", ClientAssertion.TYPE);
		form.add("client_assertion", ClientAssertion.of(this.account.requireClientId(),
				this.account.requirePrivateKey(), this.audience, now));
		if (!this.account.tokenScope().isEmpty()) {
			form.add("scope", this.account.tokenScope());
		}
		Token token = this.pexip.post()
			.uri(PATH)
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.accept(MediaType.APPLICATION_JSON)
			.body(form)
			.exchange((sent, response) -> read(response, now));
		if (token == null) {
			throw new IllegalStateException("An exchange has a token");
		}
		return token;
	}

	private static Token read(ConvertibleClientHttpResponse response, Instant now) throws IOException {
		int status = response.getStatusCode().value();
		if (status == 404) {
			throw RemoteCallFailed.answered(PexipApi.SYSTEM, status,
					"has no OAuth2 at " + PATH
							+ " (404): it is switched off there, or conference.pexip.base-url is another address",
					null);
		}
		if (status == 400 || status == 401 || status == 403) {
			throw RemoteCallFailed.answered(PexipApi.SYSTEM, 401,
					"refused a token (" + status + "): it does not take conference.pexip.client-id with"
							+ " conference.pexip.private-key, or one of the two clocks is wrong",
					null);
		}
		if (!response.getStatusCode().is2xxSuccessful()) {
			throw RemoteCallFailed.answered(PexipApi.SYSTEM, status, null);
		}
		JsonNode body = response.bodyTo(JsonNode.class);
		if (body == null || body.path("access_token").asText().isEmpty() || body.path("expires_in").asLong() <= 0) {
			throw failure("answered with something that is no token");
		}
		return new Token(body.path("access_token").asText(), now.plusSeconds(body.path("expires_in").asLong()));
	}

	private static RemoteCallFailed failure(String what) {
		return new RemoteCallFailed(PexipApi.SYSTEM, what, null, null);
	}

	private record Token(String value, Instant expiresAt) {

		boolean isGoodAt(Instant moment) {
			return this.expiresAt.isAfter(moment);
		}

		@Override
		public String toString() {
			return "Token[********]";
		}

	}

}
