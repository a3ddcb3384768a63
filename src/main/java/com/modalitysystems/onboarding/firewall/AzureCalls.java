package com.modalitysystems.onboarding.firewall;

import java.net.URI;
import java.util.function.Function;

import com.modalitysystems.onboarding.http.ClientCredentials;
import com.modalitysystems.onboarding.http.HttpClients;
import com.modalitysystems.onboarding.http.MicrosoftTokens;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestBodySpec;
import org.springframework.web.util.UriBuilder;

/** Calls Azure Resource Manager with a token of ours. */
@Component
class AzureCalls {

	/** How failures name it. */
	static final String SYSTEM = "Azure";

	private static final String SCOPE = "https://management.azure.com/.default";

	private final AzureSettings settings;

	private final ClientCredentials credentials;

	private final MicrosoftTokens tokens;

	private final RestClient azure;

	AzureCalls(AzureSettings settings, HttpClients http, MicrosoftTokens tokens) {
		this.settings = settings;
		this.credentials = settings.credentials();
		this.tokens = tokens;
		this.azure = http.to(SYSTEM, settings.baseUrl()).build();
	}

	/** Have a token, without a use for it. */
	void signIn() {
		token();
	}

	/** Call a resource in the version of the API that we speak. */
	AzureReply resource(HttpMethod method, Function<UriBuilder, UriBuilder> path, @Nullable Object body) {
		RequestBodySpec request = this.azure.method(method)
			.uri((uri) -> path.apply(uri).queryParam("api-version", "{version}").build(this.settings.apiVersion()));
		return send((body != null) ? request.contentType(MediaType.APPLICATION_JSON).body(body) : request);
	}

	/** Follow an address that Azure gave us; the client calls no other host. */
	AzureReply follow(URI address) {
		return send(this.azure.method(HttpMethod.GET).uri(address));
	}

	private AzureReply send(RestClient.RequestHeadersSpec<?> request) {
		String token = token();
		AzureReply reply = request.headers((headers) -> headers.setBearerAuth(token))
			.exchange((sent, response) -> AzureReply.of(response));
		if (reply == null) {
			throw new IllegalStateException("An exchange has a reply");
		}
		return reply;
	}

	private String token() {
		return this.tokens.token(SYSTEM, this.credentials, this.settings.tenantId(), SCOPE);
	}

}
