package com.modalitysystems.onboarding.http;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse;

/**
 * Carries msal4j's requests to where tokens are fetched. msal4j insists on an
 * {@code https} authority, so it is given Microsoft's own, and its requests go by the
 * same path to the address in our settings.
 */
final class TokenEndpoint implements IHttpClient {

	private final String system;

	private final String loginUrl;

	private final RestClient http;

	private final OutsideCalls calls;

	TokenEndpoint(String system, HttpClients http, URI loginUrl) {
		this.system = system;
		this.loginUrl = loginUrl.toString().replaceFirst("/+$", "");
		this.http = http.to(system, loginUrl).build();
		this.calls = http.calls();
	}

	@Override
	public IHttpResponse send(HttpRequest request) {
		RestClient.RequestBodySpec spec = this.http.method(HttpMethod.valueOf(request.httpMethod().name()))
			.uri(URI.create(this.loginUrl + request.url().getPath()))
			.headers((headers) -> request.headers().forEach(headers::set));
		if (request.body() != null) {
			spec.body(request.body().getBytes(StandardCharsets.UTF_8));
		}
		return spec.exchange((sent, answer) -> token(answer));
	}

	private IHttpResponse token(ConvertibleClientHttpResponse answer) throws IOException {
		if (answer.getStatusCode().isError()) {
			throw refusal(answer);
		}
		HttpResponse token = new HttpResponse().statusCode(answer.getStatusCode().value())
			.body(new String(answer.getBody().readAllBytes(), StandardCharsets.UTF_8));
		token.addHeaders(Map.of(HttpHeaders.CONTENT_TYPE, List.of("application/json")));
		return token;
	}

	private RuntimeException refusal(ConvertibleClientHttpResponse answer) throws IOException {
		EntraError refusal = answer.bodyTo(EntraError.class);
		if (refusal == null || refusal.error() == null) {
			return RemoteCallFailed.answered(this.system, answer.getStatusCode().value(), null);
		}
		TokenRefused refused = new TokenRefused(this.system, refusal.aadsts(), refusal.error());
		this.calls.refused(refused);
		return refused;
	}

}
