package com.modalitysystems.onboarding.stories;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** The house as it is on the wire, redirects and all. */
final class Web {

	private final HttpClient http = HttpClient.newHttpClient();

	private final URI base;

	Web(URI base) {
		this.base = base;
	}

	Answer get(String path) {
		return send(to(path).GET());
	}

	Answer post(String path, Map<String, String> form) {
		return send(to(path).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(encoded(form))));
	}

	Answer put(String path, String json) {
		return send(to(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
	}

	Answer delete(String path) {
		return send(to(path).DELETE());
	}

	static String encoded(Map<String, String> form) {
		return form.entrySet()
			.stream()
			.map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
	}

	private HttpRequest.Builder to(String path) {
		return HttpRequest.newBuilder(this.base.resolve(path)).header("Accept", "text/html, application/json");
	}

	private Answer send(HttpRequest.Builder request) {
		try {
			HttpResponse<String> answer = this.http.send(request.build(), BodyHandlers.ofString());
			return new Answer(answer.statusCode(), answer.headers().firstValue("Location").orElse(""));
		}
		catch (IOException ex) {
			// as a browser says it: nothing came back
			return new Answer(0, "");
		}
		catch (InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

	/**
	 * What came back.
	 *
	 * @param status of HTTP; none when the connection was cut
	 * @param location where it leads to, or nothing
	 */
	record Answer(int status, String location) {
	}

}
