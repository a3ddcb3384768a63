package com.modalitysystems.onboarding.sandbox;

import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Checks who calls the Pexip management node. */
@Profile("sandbox")
@Component
class PexipCaller {

	private static final String BEARER = "Bearer ";

	private final String expected;

	private final PexipSignIn signIn;

	PexipCaller(SandboxSettings settings, PexipSignIn signIn) {
		this.signIn = signIn;
		this.expected = "Basic " + HttpHeaders.encodeBasicAuth(settings.pexip().username(), settings.pexip().password(),
				StandardCharsets.UTF_8);
	}

	void check(HttpServletRequest request) {
		String header = request.getHeader(HttpHeaders.AUTHORIZATION);
		if (!this.expected.equals(header) && !isBearer(header)) {
			throw PexipError.unauthenticated();
		}
	}

	private boolean isBearer(@Nullable String header) {
		return header != null && header.startsWith(BEARER) && this.signIn.accepts(header.substring(BEARER.length()));
	}

}
