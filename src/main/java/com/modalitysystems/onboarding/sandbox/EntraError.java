package com.modalitysystems.onboarding.sandbox;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * What Microsoft Entra answers when it refuses.
 *
 * @param status of the answer
 * @param error the OAuth 2 error
 * @param code the number behind {@code AADSTS}
 * @param message in Microsoft's words
 */
record EntraError(HttpStatus status, String error, int code, String message) {

	private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'")
		.withZone(ZoneOffset.UTC);

	static EntraError tenantNotFound(String tenant) {
		return new EntraError(HttpStatus.BAD_REQUEST, "invalid_tenant", 90002, "Tenant '" + tenant
				+ "' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud."
				+ " Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.");
	}

	static EntraError malformedTenant(String tenant) {
		return new EntraError(HttpStatus.BAD_REQUEST, "invalid_request", 900023, "Specified tenant identifier '"
				+ tenant + "' is neither a valid DNS name, nor a valid external domain.");
	}

	static EntraError emptyTenant(String tenant) {
		return new EntraError(HttpStatus.BAD_REQUEST, "invalid_tenant", 900021,
				"Requested tenant identifier '" + tenant + "' is not valid.");
	}

	static EntraError missingParameter(String name) {
		return new EntraError(HttpStatus.BAD_REQUEST, "invalid_request", 900144,
				"The request body must contain the following parameter: '" + name + "'.");
	}

	static EntraError unknownApplication(String clientId, String tenant) {
		return new EntraError(HttpStatus.BAD_REQUEST, "unauthorized_client", 700016, "Application with identifier '"
				+ clientId + "' was not found in the directory '" + tenant
				+ "'. This can happen if the application has not been installed by the administrator of the tenant or"
				+ " consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.");
	}

	static EntraError wrongRedirect(@Nullable String uri, UUID clientId) {
		return new EntraError(HttpStatus.BAD_REQUEST, "invalid_request", 50011, "The redirect URI '" + uri
				+ "' specified in the request does not match the redirect URIs configured for the application '"
				+ clientId
				+ "'. Make sure the redirect URI sent in the request matches one added to your application in the SimulatedAzure portal.");
	}

	static EntraError otherCloud(int code) {
		return new EntraError(HttpStatus.BAD_REQUEST, "invalid_request", code,
				"Confidential Client is not supported in Cross Cloud request.");
	}

	/** The description, with what Microsoft's support asks for. */
	String description(UUID trace, UUID correlation, Clock clock) {
		return "AADSTS%d: %s Trace ID: %s Correlation ID: %s Timestamp: %s".formatted(this.code, this.message, trace,
				correlation, TIMESTAMP.format(clock.instant()));
	}

	Refusal refusal(Clock clock) {
		UUID trace = UUID.randomUUID();
		UUID correlation = UUID.randomUUID();
		return new Refusal(this.status,
				Map.of("error", this.error, "error_description", description(trace, correlation, clock), "error_codes",
						List.of(this.code), "timestamp", TIMESTAMP.format(clock.instant()), "trace_id", trace,
						"correlation_id", correlation, "error_uri",
						"https://login.microsoftonline.com/error?code=" + this.code));
	}

}
