package com.modalitysystems.onboarding.sandbox;

import java.time.Clock;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Checks who calls Microsoft Graph and what the token lets them do. */
@Profile("sandbox")
@Component
class GraphCaller {

	private static final String BEARER = "Bearer ";

	private final AccessTokens tokens;

	private final Clock clock;

	GraphCaller(AccessTokens tokens, Clock clock) {
		this.tokens = tokens;
		this.clock = clock;
	}

	AccessToken identify(HttpServletRequest request) {
		String header = request.getHeader(HttpHeaders.AUTHORIZATION);
		if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
			throw GraphError.NO_TOKEN.refusal(this.clock);
		}
		AccessToken token = this.tokens.read(header.substring(BEARER.length()))
			.orElseThrow(() -> GraphError.BAD_TOKEN.refusal(this.clock));
		if (!token.audience().equals(SimulatedSignIn.GRAPH)) {
			throw GraphError.WRONG_AUDIENCE.refusal(this.clock);
		}
		return token;
	}

	/** The caller, who has one of these roles. */
	AccessToken require(HttpServletRequest request, String... roles) {
		AccessToken token = identify(request);
		if (token.roles().stream().noneMatch(Set.of(roles)::contains)) {
			throw GraphError.FORBIDDEN.refusal(this.clock);
		}
		return token;
	}

}
