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

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestBodySpec;
import org.springframework.web.client.RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse;
import org.springframework.web.util.UriBuilder;

/** Calls the Management Node as the account or the OAuth2 client of ours. */
@Component
class PexipCalls {

	private static final int UNAUTHENTICATED = 401;

	private final PexipAccount account;

	private final PexipTokens tokens;

	private final RestClient pexip;

	PexipCalls(PexipSettings settings, PexipTokens tokens, HttpClients http) {
		this.account = settings.account();
		this.tokens = tokens;
		this.pexip = http.to(PexipApi.SYSTEM, settings.baseUrl()).build();
	}

	/**
	 * Read.
	 * @param path where: one object, or a list
	 * @param expected the statuses of failure that the caller understands; all others are
	 * a {@link RemoteCallFailed}
	 */
	Reply get(Function<UriBuilder, URI> path, Integer... expected) {
		return call(HttpMethod.GET, path, null, expected);
	}

	/** Create an object of a kind. */
	Reply post(Resource resource, JsonNode object, Integer... expected) {
		return call(HttpMethod.POST, (uri) -> uri.path(resource.list()).build(), object, expected);
	}

	/** Change fields of one object. */
	Reply patch(ResourceUri object, JsonNode fields, Integer... expected) {
		return call(HttpMethod.PATCH, (uri) -> uri.path(object.toString()).build(), fields, expected);
	}

	/** Remove one object. */
	Reply delete(ResourceUri object, Integer... expected) {
		return call(HttpMethod.DELETE, (uri) -> uri.path(object.toString()).build(), null, expected);
	}

	// private: on the address of a list, DELETE removes the objects of all customers
	private Reply call(HttpMethod method, Function<UriBuilder, URI> path, @Nullable JsonNode body,
			Integer... expected) {
		Reply reply = send(method, path, body);
		if (reply.status() == UNAUTHENTICATED && this.account.isClient()) {
			// nothing was done: the token was revoked, or has expired before its time
			this.tokens.forget();
			reply = send(method, path, body);
		}
		if (reply.isSuccess() || List.of(expected).contains(reply.status())) {
			return reply;
		}
		throw failure(reply.status());
	}

	private Reply send(HttpMethod method, Function<UriBuilder, URI> path, @Nullable JsonNode body) {
		RequestBodySpec request = this.pexip.method(method)
			.uri(path)
			.headers(this::prove)
			.accept(MediaType.APPLICATION_JSON);
		Reply reply = ((body != null) ? request.contentType(MediaType.APPLICATION_JSON).body(body) : request)
			.exchange((sent, response) -> read(response));
		if (reply == null) {
			throw new IllegalStateException("An exchange has a reply");
		}
		return reply;
	}

	private void prove(HttpHeaders headers) {
		if (this.account.isClient()) {
			headers.setBearerAuth(this.tokens.token());
		}
		else {
			headers.setBasicAuth(this.account.requireUsername(), this.account.requirePassword().reveal());
		}
	}

	private static Reply read(ConvertibleClientHttpResponse response) throws IOException {
		int status = response.getStatusCode().value();
		try {
			JsonNode body = response.bodyTo(JsonNode.class);
			return new Reply(status, (body != null) ? body : MissingNode.getInstance());
		}
		catch (RemoteCallFailed ex) {
			// what refuses may be a proxy, with a page for people
			if (response.getStatusCode().isError()) {
				return new Reply(status, MissingNode.getInstance());
			}
			throw ex;
		}
	}

	private RemoteCallFailed failure(int status) {
		String settings = this.account.isClient() ? "client-id and private-key" : "username and password";
		return switch (status) {
			case UNAUTHENTICATED -> RemoteCallFailed.answered(PexipApi.SYSTEM, status,
					"answered 401: it does not take conference.pexip." + settings, null);
			case 403 -> RemoteCallFailed.answered(PexipApi.SYSTEM, status, "answered 403: the role of conference.pexip."
					+ settings.replaceFirst(" .*", "") + " does not allow this", null);
			default -> RemoteCallFailed.answered(PexipApi.SYSTEM, status, null);
		};
	}

	/**
	 * What Pexip answered.
	 *
	 * @param status the HTTP status
	 * @param body the body; missing where there is none that can be read
	 */
	record Reply(int status, JsonNode body) {

		boolean isSuccess() {
			return this.status >= 200 && this.status < 300;
		}

	}

}
