package com.modalitysystems.onboarding.http;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import java.util.Set;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.AbstractClientHttpRequest;
import org.springframework.http.client.ClientHttpResponse;

/** Spring's request, sent over the {@link Wire}. */
final class WireRequest extends AbstractClientHttpRequest {

	// the JDK's client writes these itself and refuses them from others
	private static final Set<String> NOT_OURS = Set.of("connection", "content-length", "expect", "host", "upgrade");

	private final Wire wire;

	private final Remote remote;

	private final URI uri;

	private final HttpMethod method;

	private final ByteArrayOutputStream body = new ByteArrayOutputStream();

	WireRequest(Wire wire, Remote remote, URI uri, HttpMethod method) {
		this.wire = wire;
		this.remote = remote;
		this.uri = uri;
		this.method = method;
	}

	@Override
	public HttpMethod getMethod() {
		return this.method;
	}

	@Override
	public URI getURI() {
		return this.uri;
	}

	@Override
	protected OutputStream getBodyInternal(HttpHeaders headers) {
		return this.body;
	}

	@Override
	protected ClientHttpResponse executeInternal(HttpHeaders headers) {
		this.remote.checkOwn(this.uri);
		BodyPublisher sent = (this.body.size() > 0) ? BodyPublishers.ofByteArray(this.body.toByteArray())
				: BodyPublishers.noBody();
		HttpRequest.Builder request = HttpRequest.newBuilder(this.uri)
			.timeout(Wire.FIRST_BYTE)
			.method(this.method.name(), sent);
		headers.forEach((name, values) -> {
			if (!NOT_OURS.contains(name.toLowerCase(Locale.ROOT))) {
				values.forEach((value) -> request.header(name, value));
			}
		});
		return this.wire.send(this.remote, request.build());
	}

}
