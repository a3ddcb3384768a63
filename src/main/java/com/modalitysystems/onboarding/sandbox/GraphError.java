package com.modalitysystems.onboarding.sandbox;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * What Microsoft Graph answers when it refuses.
 *
 * @param status of the answer
 * @param code in a word
 * @param message in Microsoft's words
 */
record GraphError(HttpStatus status, String code, String message) {

	static final GraphError FORBIDDEN = new GraphError(HttpStatus.FORBIDDEN, "Authorization_RequestDenied",
			"Insufficient privileges to complete the operation.");

	static final GraphError NO_TOKEN = unauthenticated("Access token is empty.");

	static final GraphError BAD_TOKEN = unauthenticated("CompactToken parsing failed with error code: 80049217");

	static final GraphError WRONG_AUDIENCE = unauthenticated("Access token validation failure. Invalid audience.");

	static GraphError unauthenticated(String message) {
		return new GraphError(HttpStatus.UNAUTHORIZED, "InvalidAuthenticationToken", message);
	}

	static GraphError badRequest(String message) {
		return new GraphError(HttpStatus.BAD_REQUEST, "BadRequest", message);
	}

	static GraphError notFound(String id) {
		return new GraphError(HttpStatus.NOT_FOUND, "Request_ResourceNotFound", "Resource '" + id
				+ "' does not exist or one of its queried reference-property objects are not present.");
	}

	Refusal refusal(Clock clock) {
		String id = UUID.randomUUID().toString();
		Refusal refusal = new Refusal(this.status,
				Map.of("error",
						Map.of("code", this.code, "message", this.message, "innerError",
								Map.of("date", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(), "request-id",
										id, "client-request-id", id))));
		refusal.with("request-id", id);
		return (this.status == HttpStatus.UNAUTHORIZED) ? refusal.with(HttpHeaders.WWW_AUTHENTICATE,
				"Bearer realm=\"\", authorization_uri=\"https://login.microsoftonline.com/common/oauth2/authorize\"")
				: refusal;
	}

}
