package com.modalitysystems.onboarding.http;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import org.jspecify.annotations.Nullable;

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

	private static final Pattern AADSTS = Pattern.compile("AADSTS(\\d{1,9})");

	private final String system;

	private final String loginUrl;

	private final RestClient http;

	TokenEndpoint(String system, HttpClients http, URI loginUrl) {
		this.system = system;
		this.loginUrl = loginUrl.toString().replaceFirst("/+$", "");
		this.http = http.to(system, loginUrl).build();
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
		token.addHeaders(java.util.Map.of(HttpHeaders.CONTENT_TYPE, List.of("application/json")));
		return token;
	}

	private RuntimeException refusal(ConvertibleClientHttpResponse answer) throws IOException {
		Refusal refusal = answer.bodyTo(Refusal.class);
		if (refusal == null || refusal.error() == null) {
			return RemoteCallFailed.answered(this.system, answer.getStatusCode().value(), null);
		}
		return new TokenRefused(this.system, refusal.aadsts(), refusal.error());
	}

	/** An error answer of the token endpoint, as far as we read it. */
	private record Refusal(@Nullable String error, @JsonProperty("error_codes") @Nullable List<Integer> errorCodes,
			@JsonProperty("error_description") @Nullable String errorDescription) {

		int aadsts() {
			if (this.errorCodes != null && !this.errorCodes.isEmpty()) {
				return this.errorCodes.get(0);
			}
			Matcher number = AADSTS.matcher((this.errorDescription != null) ? this.errorDescription : "");
			return number.find() ? Integer.parseInt(number.group(1)) : 0;
		}

	}

}
