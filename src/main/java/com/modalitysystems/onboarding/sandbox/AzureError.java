package com.modalitysystems.onboarding.sandbox;

import java.util.List;
import java.util.Map;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * What Azure Resource Manager answers when it refuses (a CloudError).
 *
 * @param status of the answer
 * @param code in a word
 * @param message in Microsoft's words
 */
record AzureError(HttpStatus status, String code, String message) {

	static AzureError badRequest(String code, String message) {
		return new AzureError(HttpStatus.BAD_REQUEST, code, message);
	}

	static AzureError notFound(String code, String message) {
		return new AzureError(HttpStatus.NOT_FOUND, code, message);
	}

	static AzureError unauthenticated(String code, String message) {
		return new AzureError(HttpStatus.UNAUTHORIZED, code, message);
	}

	Refusal refusal() {
		Refusal refusal = new Refusal(this.status,
				Map.of("error", Map.of("code", this.code, "message", this.message, "details", List.of())));
		return (this.status == HttpStatus.UNAUTHORIZED)
				? refusal.with(HttpHeaders.WWW_AUTHENTICATE,
						"Bearer authorization_uri=\"https://login.microsoftonline.com\", error=\"invalid_token\"")
				: refusal;
	}

	/** Another operation is under way on the same group. */
	static Refusal busy(String verb, String operation, String resource) {
		String message = "Operation " + verb + "SecurityRuleOperation (" + operation + ") is updating resource "
				+ resource + ". The call can be retried in 1 seconds.";
		return new Refusal(HttpStatus.TOO_MANY_REQUESTS,
				Map.of("error",
						Map.of("code", "RetryableError", "message", "A retryable error occurred.", "details",
								List.of(Map.of("code", "RetryableErrorDueToAnotherOperation", "message", message)))))
			.with(HttpHeaders.RETRY_AFTER, "1");
	}

}
