package com.modalitysystems.onboarding.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where an OAuth2 client gets its tokens from the Pexip management node. */
@Profile("sandbox")
@RestController
class PexipSignIn {

	static final String PATH = "/pexip/oauth/token/";

	static final Duration LIFETIME = Duration.ofHours(1);

	private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

	private static final String TOKEN = "pexip/token";

	private static final String ASSERTION = "pexip/assertion";

	private final World world;

	private final SandboxSettings settings;

	private final Clock clock;

	PexipSignIn(World world, SandboxSettings settings, Clock clock) {
		this.world = world;
		this.settings = settings;
		this.clock = clock;
	}

	@PostMapping("/sandbox" + PATH)
	Map<String, Object> token(HttpServletRequest request) {
		require(request, "grant_type", "client_credentials", "unsupported_grant_type");
		require(request, "client_assertion_type", ASSERTION_TYPE, "invalid_request");
		PexipAssertion assertion = PexipAssertion.read(parameter(request, "client_assertion"));
		Instant now = this.clock.instant();
		assertion.check(this.settings.pexip().clientId(), this.settings.pexip().publicKey(), this.settings.url() + PATH,
				now);
		String token = UUID.randomUUID().toString();
		this.world.alone("pexip", () -> {
			if (this.world.find(ASSERTION, assertion.id()).isPresent()) {
				throw PexipError.invalidClient();
			}
			this.world.put(ASSERTION, assertion.id(), JsonNodeFactory.instance.objectNode());
			this.world.put(TOKEN, token, expiring(now.plus(LIFETIME)));
			return true;
		});
		return Map.of("access_token", token, "expires_in", LIFETIME.toSeconds(), "token_type", "Bearer");
	}

	/** Whether a token was issued here and is still good. */
	boolean accepts(String token) {
		return this.world.find(TOKEN, token)
			.map((known) -> Instant.parse(known.path("expires").asText()))
			.filter((expires) -> expires.isAfter(this.clock.instant()))
			.isPresent();
	}

	private static ObjectNode expiring(Instant moment) {
		return JsonNodeFactory.instance.objectNode().put("expires", moment.toString());
	}

	private static void require(HttpServletRequest request, String name, String value, String error) {
		if (!parameter(request, name).equals(value)) {
			throw PexipError.oauth(error);
		}
	}

	private static String parameter(HttpServletRequest request, String name) {
		boolean form = request.getContentType() != null
				&& MediaType.APPLICATION_FORM_URLENCODED.includes(MediaType.parseMediaType(request.getContentType()));
		@Nullable String value = (form && request.getQueryString() == null) ? request.getParameter(name) : null;
		if (value == null || value.isEmpty()) {
			throw PexipError.oauth("invalid_request");
		}
		return value;
	}

}
