package com.modalitysystems.onboarding.http;

import java.net.URI;
import java.time.Clock;
import java.util.List;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * Builds the clients with which we call other systems. Each speaks with one system only,
 * waits and reads only so long and so much, follows no redirect, retries nothing, and
 * gives every failure its one name: {@link RemoteCallFailed}.
 */
@Component
public class HttpClients {

	private final RestClient.Builder builder;

	private final Wire wire;

	private final OutsideCalls calls;

	HttpClients(RestClient.Builder builder, Clock clock, OutsideCalls calls) {
		this.builder = builder;
		this.wire = new Wire(clock, calls);
		this.calls = calls;
	}

	/** What becomes of the calls. */
	OutsideCalls calls() {
		return this.calls;
	}

	/**
	 * A client of one system. What it answers with 4xx other than 429 is the caller's to
	 * understand ({@code onStatus} or {@code exchange}); 4xx that the caller does not
	 * mention, and all other failures, are a {@link RemoteCallFailed}.
	 * @param system how failures name it, in a word: {@code Graph}
	 * @param baseUrl where it lives; the client refuses to call any other host
	 */
	public RestClient.Builder to(String system, URI baseUrl) {
		return this.builder.clone()
			.baseUrl(withoutTrailingSlash(baseUrl))
			.requestFactory((uri, method) -> new WireRequest(this.wire, new Remote(system, baseUrl), uri, method))
			.messageConverters((converters) -> readJsonOnly(system, converters))
			.defaultStatusHandler(HttpStatusCode::isError, (request, response) -> {
				throw RemoteCallFailed.answered(system, response.getStatusCode().value(), null);
			});
	}

	private static String withoutTrailingSlash(URI baseUrl) {
		return baseUrl.toString().replaceFirst("/+$", "");
	}

	private static void readJsonOnly(String system, List<HttpMessageConverter<?>> converters) {
		converters.removeIf(MappingJackson2HttpMessageConverter.class::isInstance);
		converters.add(new ReadableJson(system));
	}

}
