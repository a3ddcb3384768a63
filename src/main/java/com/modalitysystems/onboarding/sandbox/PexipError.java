package com.modalitysystems.onboarding.sandbox;

import java.util.List;
import java.util.Map;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** What the Pexip management node answers when it refuses. */
final class PexipError {

	private PexipError() {
	}

	static Refusal unauthenticated() {
		return new Refusal(HttpStatus.UNAUTHORIZED, null).with(HttpHeaders.WWW_AUTHENTICATE,
				"Basic Realm=\"Pexip Infinity\"");
	}

	static Refusal invalidClient() {
		return new Refusal(HttpStatus.UNAUTHORIZED, Map.of("error", "invalid_client"));
	}

	/** What OAuth 2.0 calls a mistake in a request for a token. */
	static Refusal oauth(String error) {
		return new Refusal(HttpStatus.BAD_REQUEST, Map.of("error", error));
	}

	static Refusal general(String message) {
		return new Refusal(HttpStatus.BAD_REQUEST, Map.of("error", message));
	}

	static Refusal fields(PexipResource resource, Map<String, List<String>> errors) {
		return new Refusal(HttpStatus.BAD_REQUEST, Map.of(resource.name(), errors));
	}

	static Refusal notFound() {
		return new Refusal(HttpStatus.NOT_FOUND, null);
	}

	/** No such address at all, which the web framework answers and not the API. */
	static Refusal noSuchPage() {
		return new Refusal(HttpStatus.NOT_FOUND,
				"<h1>Not Found</h1><p>The requested URL was not found on this server.</p>")
			.with(HttpHeaders.CONTENT_TYPE, MediaType.TEXT_HTML_VALUE);
	}

	static Refusal methodNotAllowed() {
		return new Refusal(HttpStatus.METHOD_NOT_ALLOWED, null);
	}

}
