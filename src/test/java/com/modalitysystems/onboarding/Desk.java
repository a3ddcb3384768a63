package com.modalitysystems.onboarding;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody of staff who signs in once, and is then answered by any node. Keeps cookies
 * like a browser, but also those that are for https only.
 */
final class Desk {

	private static final String ENGINE = "/camunda/api/engine/engine/default";

	private final HttpClient http = HttpClient.newHttpClient();

	private final Map<String, String> cookies = new TreeMap<>();

	private final String name;

	Desk(String name) {
		this.name = name;
	}

	void signIn(String node, String password) {
		send(node, "GET", "/camunda/api/admin/auth/user/default", "");
		assertThat(send(node, "POST", "/camunda/api/admin/auth/user/default/login/welcome",
				"username=" + this.name + "&password=" + password)
			.statusCode()).as("sign in").isEqualTo(200);
	}

	/** Make somebody a member of a group. */
	void employ(String node, String somebody, String password, String group) {
		did(node, "POST", "/user/create", """
				{"profile":{"id":"%1$s","firstName":"","lastName":"","email":""},"credentials":{"password":"%2$s"}}"""
			.formatted(somebody, password));
		did(node, "PUT", "/group/" + group + "/members/" + somebody, "{}");
	}

	/** The ids of the open tasks of this kind. */
	List<String> tasks(String node, String task) {
		try {
			return new ObjectMapper().readTree(did(node, "GET", "/task?maxResults=1000&taskDefinitionKey=" + task, ""))
				.findValuesAsText("id");
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	void decide(String node, String task, String decision) {
		did(node, "POST", "/task/" + task + "/claim", "{\"userId\":\"" + this.name + "\"}");
		did(node, "POST", "/task/" + task + "/submit-form",
				"{\"variables\":{\"decision\":{\"value\":\"" + decision + "\"}}}");
	}

	private String did(String node, String method, String path, String json) {
		HttpResponse<String> answer = send(node, method, ENGINE + path, json);
		assertThat(answer.statusCode()).as(method + " " + path + ": " + answer.body()).isLessThan(300);
		return answer.body();
	}

	private HttpResponse<String> send(String node, String method, String path, String body) {
		try {
			HttpResponse<String> answer = this.http.send(HttpRequest.newBuilder(URI.create(node + path))
				.header("Accept", "application/json")
				.header("Content-Type",
						path.contains("/login/") ? "application/x-www-form-urlencoded" : "application/json")
				.header("Cookie",
						this.cookies.entrySet()
							.stream()
							.map(cookie -> cookie.getKey() + "=" + cookie.getValue())
							.collect(Collectors.joining("; ")))
				.header("X-XSRF-TOKEN", this.cookies.getOrDefault("XSRF-TOKEN", ""))
				.method(method, BodyPublishers.ofString(body))
				.build(), BodyHandlers.ofString());
			answer.headers().allValues("Set-Cookie").forEach(this::keep);
			return answer;
		}
		catch (IOException | InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

	private void keep(String cookie) {
		String pair = cookie.substring(0, cookie.indexOf(';'));
		this.cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
	}

}
