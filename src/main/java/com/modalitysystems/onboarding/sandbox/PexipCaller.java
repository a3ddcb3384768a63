package com.modalitysystems.onboarding.sandbox;

import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Checks who calls the Pexip management node. */
@Profile("sandbox")
@Component
class PexipCaller {

	private final String expected;

	PexipCaller(SandboxSettings settings) {
		this.expected = "Basic " + HttpHeaders.encodeBasicAuth(settings.pexip().username(), settings.pexip().password(),
				StandardCharsets.UTF_8);
	}

	void check(HttpServletRequest request) {
		if (!this.expected.equals(request.getHeader(HttpHeaders.AUTHORIZATION))) {
			throw PexipError.unauthenticated();
		}
	}

}
