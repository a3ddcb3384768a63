package com.modalitysystems.onboarding.http;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;

/**
 * The whole answer, already in memory. If it asks us to wait, it does so in seconds that
 * make sense, whatever was sent.
 */
final class WireResponse implements ClientHttpResponse {

	private final HttpResponse<byte[]> response;

	private final HttpHeaders headers = new HttpHeaders();

	WireResponse(HttpResponse<byte[]> response, @Nullable Duration wait) {
		this.response = response;
		response.headers().map().forEach(this.headers::addAll);
		this.headers.remove(HttpHeaders.RETRY_AFTER);
		if (wait != null) {
			this.headers.set(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds()));
		}
	}

	@Override
	public HttpStatusCode getStatusCode() {
		return HttpStatusCode.valueOf(this.response.statusCode());
	}

	@Override
	public String getStatusText() {
		return "";
	}

	@Override
	public HttpHeaders getHeaders() {
		return this.headers;
	}

	@Override
	public InputStream getBody() {
		return new ByteArrayInputStream(this.response.body());
	}

	@Override
	public void close() {
		// nothing is open
	}

}
