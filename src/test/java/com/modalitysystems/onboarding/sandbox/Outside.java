package com.modalitysystems.onboarding.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Speaks to the simulated services over HTTP, as the application does. */
class Outside {

	static final String HOME = "6f1d9a52-3c47-4b5e-9a51-0d2c8e7f4a10";

	static final String VIDEO_APP = "2b6f4c1e-8a3d-4f7b-9c25-51e0d7a8b3f6";

	static final String VIDEO_SECRET = "sandbox-entra-secret";

	static final String AZURE_APP = "7c9e2d45-16b8-4a0f-8d73-e4b5f0a1c296";

	static final String AZURE_SECRET = "sandbox-azure-secret";

	static final String GRAPH = "https://graph.microsoft.com/.default";

	static final String AZURE = "https://management.azure.com/.default";

	static final String GROUP = "/azure/subscriptions/0f8e7d6c-5b4a-4392-8170-6f5e4d3c2b1a/resourceGroups/onemeeting-eu-TeamsConn-RG/providers/Microsoft.Network/networkSecurityGroups/onemeeting-eu-nsg";

	static final String VERSION = "?api-version=2024-05-01";

	static final String PEXIP = "/pexip/api/admin/configuration/v1/";

	static final String BASIC = "Basic "
			+ Base64.getEncoder().encodeToString("onboarding:sandbox-pexip-password".getBytes(StandardCharsets.UTF_8));

	private static final String FORM = "application/x-www-form-urlencoded";

	private final HttpClient client = HttpClient.newHttpClient();

	private final String base;

	Outside(int port) {
		this.base = "http://localhost:" + port + "/sandbox";
	}

	Answer call(String method, String path, Map<String, String> headers, String body) {
		URI uri = URI.create(path.startsWith("http") ? path : this.base + path);
		HttpRequest.Builder request = HttpRequest.newBuilder(uri)
			.method(method, (body != null) ? BodyPublishers.ofString(body) : BodyPublishers.noBody());
		headers.forEach(request::header);
		try {
			return new Answer(this.client.send(request.build(), BodyHandlers.ofString()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	Answer get(String path) {
		return call("GET", path, Map.of(), null);
	}

	Answer json(String method, String path, String body) {
		return call(method, path, Map.of("Content-Type", "application/json"), body);
	}

	Answer form(String path, Map<String, String> fields) {
		return call("POST", path, Map.of("Content-Type", FORM), encode(fields));
	}

	static String encode(Map<String, String> fields) {
		return fields.entrySet()
			.stream()
			.map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
	}

	/** A tenant of a test's own. */
	String tenant(String consent) {
		String id = UUID.randomUUID().toString();
		json("PUT", "/tenants/" + id, """
				{"displayName": "A Datum %1$s", "domains": ["%1$s.example"], "consent": "%2$s"}
				""".formatted(id.substring(0, 8), consent));
		return id;
	}

	Answer signIn(String tenant) {
		return form("/login/" + tenant + "/oauth2/v2.0/token", credentials(VIDEO_APP, VIDEO_SECRET, GRAPH));
	}

	static Map<String, String> credentials(String app, String secret, String scope) {
		return Map.of("grant_type", "client_credentials", "client_id", app, "client_secret", secret, "scope", scope);
	}

	String graphToken(String tenant) {
		return signIn(tenant).json().path("access_token").asText();
	}

	String azureToken() {
		return form("/login/" + HOME + "/oauth2/v2.0/token", credentials(AZURE_APP, AZURE_SECRET, AZURE)).json()
			.path("access_token")
			.asText();
	}

	Answer graph(String token, String path) {
		return call("GET", "/graph/v1.0" + path, Map.of("Authorization", "Bearer " + token), null);
	}

	Answer azure(String method, String path, String body) {
		return call(method, path, Map.of("Authorization", "Bearer " + azureToken(), "Content-Type", "application/json"),
				body);
	}

	Answer pexip(String method, String path, String body) {
		return call(method, path.startsWith("/pexip") ? path : PEXIP + path,
				Map.of("Authorization", BASIC, "Content-Type", "application/json"), body);
	}

	/** What came back. */
	record Answer(HttpResponse<String> response) {

		int status() {
			return this.response.statusCode();
		}

		String body() {
			return this.response.body();
		}

		String header(String name) {
			return this.response.headers().firstValue(name).orElse("");
		}

		JsonNode json() {
			try {
				return new ObjectMapper().readTree(body());
			}
			catch (JsonProcessingException ex) {
				throw new IllegalStateException("No JSON: " + body(), ex);
			}
		}

	}

}
