package com.modalitysystems.onboarding.firewall;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.modalitysystems.onboarding.http.RemoteCallFailed;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.web.client.RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse;

/**
 * What Azure Resource Manager answered.
 *
 * @param status the HTTP status
 * @param headers the headers, which lead to the operation where one is under way
 * @param body the body; missing where there is none
 */
record AzureReply(int status, HttpHeaders headers, JsonNode body) {

	// error codes are words; the messages beside them may quote an address
	private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.]{1,80}");

	static AzureReply of(ConvertibleClientHttpResponse response) throws IOException {
		JsonNode body = response.bodyTo(JsonNode.class);
		AzureReply reply = new AzureReply(response.getStatusCode().value(), response.getHeaders(),
				(body != null) ? body : MissingNode.getInstance());
		if (reply.status() >= 400 && reply.status() != 404) {
			throw reply.failure("answered " + reply.status());
		}
		return reply;
	}

	boolean isNotFound() {
		return this.status == 404;
	}

	/** Where to ask how far the operation is, if one is under way. */
	Optional<URI> operation() {
		return header("Azure-AsyncOperation").or(() -> header(HttpHeaders.LOCATION).filter((uri) -> this.status == 202))
			.map(AzureReply::uri);
	}

	/** How long Azure asks us to wait before we ask again. */
	@Nullable Duration retryAfter() {
		// in seconds that make sense, as all answers of our client
		return header(HttpHeaders.RETRY_AFTER).map((seconds) -> Duration.ofSeconds(Long.parseLong(seconds)))
			.orElse(null);
	}

	RemoteCallFailed failure(String answer) {
		String code = this.body.path("error").path("code").asText();
		return RemoteCallFailed.answered(AzureCalls.SYSTEM, this.status,
				CODE.matcher(code).matches() ? answer + " (" + code + ")" : answer, retryAfter());
	}

	private Optional<String> header(String name) {
		return Optional.ofNullable(this.headers.getFirst(name));
	}

	/** An address that Azure gave us. */
	static URI uri(String text) {
		try {
			return URI.create(text);
		}
		catch (IllegalArgumentException ex) {
			throw new RemoteCallFailed(AzureCalls.SYSTEM, "led to an address that cannot be read", null, null);
		}
	}

}
