package com.modalitysystems.onboarding.sandbox;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

import org.springframework.http.MediaType;
import org.springframework.util.StreamUtils;

/** A request to a simulated service, whose body is read for the journal first. */
class SentRequest extends HttpServletRequestWrapper {

	private static final List<String> SECRETS = List.of("client_secret", "client_assertion");

	private final byte[] content;

	private final String body;

	SentRequest(HttpServletRequest request) throws IOException {
		super(request);
		boolean form = request.getContentType() != null
				&& request.getContentType().startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
		// a form is read by the container, once it is asked for a parameter
		this.body = form ? parameters(request) : "";
		this.content = form ? new byte[0] : StreamUtils.copyToByteArray(request.getInputStream());
	}

	String body() {
		return this.body.isEmpty() ? new String(this.content, StandardCharsets.UTF_8) : this.body;
	}

	private static String parameters(HttpServletRequest request) {
		return request.getParameterMap()
			.entrySet()
			.stream()
			.flatMap(entry -> Arrays.stream(entry.getValue()).map(value -> parameter(entry.getKey(), value)))
			.collect(Collectors.joining("&"));
	}

	private static String parameter(String name, String value) {
		String shown = SECRETS.contains(name) ? "***" : URLEncoder.encode(value, StandardCharsets.UTF_8);
		return name + "=" + shown;
	}

	@Override
	public ServletInputStream getInputStream() {
		return new Content(new ByteArrayInputStream(this.content));
	}

	@Override
	public BufferedReader getReader() {
		return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
	}

	/** The path under the service with its query, as it was sent. */
	String pathUnder(Target target) {
		String path = getRequestURI().substring(target.root().length());
		return Stream.of(path, getQueryString()).filter(part -> part != null).collect(Collectors.joining("?"));
	}

	private static final class Content extends ServletInputStream {

		private final ByteArrayInputStream content;

		private Content(ByteArrayInputStream content) {
			this.content = content;
		}

		@Override
		public int read() {
			return this.content.read();
		}

		@Override
		public int read(byte[] target, int offset, int length) {
			return this.content.read(target, offset, length);
		}

		@Override
		public boolean isFinished() {
			return this.content.available() == 0;
		}

		@Override
		public boolean isReady() {
			return true;
		}

		@Override
		public void setReadListener(ReadListener listener) {
			throw new UnsupportedOperationException("The sandbox reads no request asynchronously");
		}

	}

}
