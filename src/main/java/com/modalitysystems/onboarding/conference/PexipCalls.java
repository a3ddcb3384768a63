package com.modalitysystems.onboarding.conference;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.modalitysystems.onboarding.http.HttpClients;
import com.modalitysystems.onboarding.http.RemoteCallFailed;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestBodySpec;
import org.springframework.web.client.RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse;
import org.springframework.web.util.UriBuilder;

/** Calls the Management Node as the account of ours. */
@Component
class PexipCalls {

	private final RestClient pexip;

	PexipCalls(PexipSettings settings, HttpClients http) {
		this.pexip = http.to(PexipApi.SYSTEM, settings.baseUrl())
			.defaultHeaders((headers) -> headers.setBasicAuth(settings.username(), settings.password().reveal()))
			.build();
	}

	/**
	 * Call.
	 * @param expected the statuses of failure that the caller understands; all others are
	 * a {@link RemoteCallFailed}
	 */
	Reply call(HttpMethod method, Function<UriBuilder, URI> path, @Nullable JsonNode body, Integer... expected) {
		RequestBodySpec request = this.pexip.method(method).uri(path).accept(MediaType.APPLICATION_JSON);
		Reply reply = ((body != null) ? request.contentType(MediaType.APPLICATION_JSON).body(body) : request)
			.exchange((sent, response) -> reply(response, List.of(expected)));
		if (reply == null) {
			throw new IllegalStateException("An exchange has a reply");
		}
		return reply;
	}

	private static Reply reply(ConvertibleClientHttpResponse response, List<Integer> expected) throws IOException {
		int status = response.getStatusCode().value();
		if (response.getStatusCode().is2xxSuccessful()) {
			JsonNode body = response.bodyTo(JsonNode.class);
			return new Reply(status, (body != null) ? body : MissingNode.getInstance());
		}
		if (!expected.contains(status)) {
			throw RemoteCallFailed.answered(PexipApi.SYSTEM, status, null);
		}
		// the body of a refusal may be anything, and may quote what we sent
		return new Reply(status, MissingNode.getInstance());
	}

	/**
	 * What Pexip answered.
	 *
	 * @param status the HTTP status
	 * @param body the body of a success; missing where there is none
	 */
	record Reply(int status, JsonNode body) {
	}

}
