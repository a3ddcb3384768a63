package com.modalitysystems.onboarding;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.springframework.web.util.UriComponentsBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/** What programs outside see of the house, and of the world in the box. */
final class Outside {

	private final HttpClient http = HttpClient.newHttpClient();

	private final ObjectMapper json = new ObjectMapper();

	private final String base;

	private final String system;

	Outside(String base) {
		this(base, "api:api");
	}

	/**
	 * Where a system of ours has another name and password.
	 * @param base where the house is
	 * @param system name and password with a colon between them
	 */
	Outside(String base, String system) {
		this.base = base;
		this.system = "Basic " + Base64.getEncoder().encodeToString(system.getBytes(StandardCharsets.UTF_8));
	}

	/** Put a tenant that has not consented into the world. */
	void tenant(UUID id, String name, String domain) {
		send("PUT", "/sandbox/tenants/" + id, """
				{"displayName":"%s","domains":["%s"],"cloud":"worldwide","consent":"none"}""".formatted(name, domain));
	}

	/** Ask for an onboarding as a system of ours does, and read its reference. */
	String ask(String company, UUID tenant, String email) {
		return read(send("POST", "/api/onboardings", """
				{"company":"%s","tenant":"%s","adminName":"Ada Berg","adminEmail":"%s","adminAddress":"81.2.69.160"}"""
			.formatted(company, tenant, email))).path("reference").asText();
	}

	/** Subjects of all letters to somebody, the newest first. */
	List<String> subjectsTo(String email) {
		return lettersTo(email).map(letter -> letter.path("subject").asText()).toList();
	}

	List<String> textsTo(String email, String subject) {
		return lettersTo(email).filter(letter -> letter.path("subject").asText().contains(subject))
			.map(letter -> letter.path("text").asText())
			.toList();
	}

	/** Subjects of all letters to anybody. */
	List<String> subjects() {
		return items(get("/sandbox/mail")).map(letter -> letter.path("subject").asText()).toList();
	}

	/** To whom each letter went. */
	List<String> recipients() {
		return items(get("/sandbox/mail")).map(letter -> letter.path("to").asText()).toList();
	}

	/** Every rule of the firewall, as JSON. */
	List<String> rules() {
		return items(get("/sandbox/rules")).map(JsonNode::toString).toList();
	}

	/** The rules that are there for one onboarding, as JSON. */
	Stream<String> rulesOf(String reference) {
		return rules().stream().filter(rule -> rule.contains(reference));
	}

	/** The priorities of all rules of the firewall. */
	List<Integer> priorities() {
		return items(get("/sandbox/rules")).map(rule -> rule.path("properties").path("priority").asInt()).toList();
	}

	/** The tenant's administrator consents. */
	void grant(UUID tenant) {
		send("PUT", "/sandbox/tenants/" + tenant, "{\"consent\":\"granted\"}");
	}

	/** From now on, each tenth call to each simulated service is put off. */
	void putOffEachTenthCall() {
		send("PUT", "/sandbox/faults", Stream.of("login", "graph", "azure", "pexip")
			.flatMap(target -> Stream.of(429, 503).map(status -> """
					{"target":"%s","times":100000,"every":20,"status":%d,"retryAfter":1}""".formatted(target, status)))
			.collect(Collectors.joining(",", "[", "]")));
	}

	/** How many calls were put off, as far as the journal reaches back. */
	long putOff() {
		return items(get("/sandbox/journal")).filter(call -> Set.of(429, 503).contains(call.path("status").asInt()))
			.count();
	}

	/** Nothing goes wrong any more. */
	void noFaults() {
		send("DELETE", "/sandbox/faults", "");
	}

	/** What goes wrong from now on, as JSON. */
	void faults(String... faults) {
		send("PUT", "/sandbox/faults", "[" + String.join(",", faults) + "]");
	}

	/**
	 * Every object on the platform of that kind that was not there from the beginning.
	 */
	List<JsonNode> pexipObjects(String kind) {
		return items(get("/sandbox/pexip-objects").path(kind)).filter(thing -> !thing.path("seeded").asBoolean())
			.toList();
	}

	/** What a person does in the set-up room by pressing a button. */
	void press(String button, String token) {
		send("POST", "/setup/" + token + "/" + button, "");
	}

	/**
	 * The administrator goes from the set-up room to Microsoft's page, accepts there, and
	 * is led back to us.
	 */
	void consent(String token, UUID tenant) {
		String page = location(exchange("POST", "/setup/" + token + "/consent", "application/json", ""));
		String back = location(exchange("POST", page, "application/x-www-form-urlencoded",
				"decision=accept&role=global&signedInTo=" + tenant));
		send("GET", back, "");
	}

	/** Stop an onboarding as a system of ours does. */
	void stop(String reference, String reason) {
		send("POST", "/api/onboardings/" + reference + "/cancel", "{\"reason\":\"" + reason + "\"}");
	}

	/**
	 * Set out for Microsoft's consent page, and read the {@code state} that shall come
	 * back from there.
	 */
	String setOut(String token) {
		URI consentPage = URI
			.create(location(exchange("POST", "/setup/" + token + "/consent", "application/json", "")));
		return UriComponentsBuilder.fromUri(consentPage).build().getQueryParams().getFirst("state");
	}

	/** What the trail of an onboarding says, the oldest first. */
	List<String> trail(String reference) {
		return get("/api/onboardings/" + reference + "/trail").findValuesAsText("what");
	}

	/** Stop an onboarding of which nobody wants to know more. */
	void cancel(String reference) {
		send("POST", "/api/onboardings/" + reference + "/cancel", "{\"reason\":\"The order was withdrawn.\"}");
	}

	JsonNode onboarding(String reference) {
		return get("/api/onboardings/" + reference);
	}

	List<JsonNode> onboardings(String company) {
		return items(get("/api/onboardings?q=" + URLEncoder.encode(company, StandardCharsets.UTF_8)).path("items"))
			.toList();
	}

	private Stream<JsonNode> lettersTo(String email) {
		return items(get("/sandbox/mail")).filter(letter -> letter.path("to").asText().contains(email));
	}

	private static Stream<JsonNode> items(JsonNode array) {
		return StreamSupport.stream(array.spliterator(), false);
	}

	private JsonNode get(String path) {
		return read(send("GET", path, ""));
	}

	private JsonNode read(String body) {
		try {
			return this.json.readTree(body);
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private static String location(HttpResponse<String> response) {
		return response.headers().firstValue("Location").orElseThrow();
	}

	private String send(String method, String path, String body) {
		return exchange(method, path, "application/json", body).body();
	}

	private HttpResponse<String> exchange(String method, String path, String type, String body) {
		try {
			HttpResponse<String> response = this.http.send(HttpRequest.newBuilder(URI.create(this.base).resolve(path))
				.header("Accept", "application/json")
				.header("Content-Type", type)
				.header("Authorization", this.system)
				.method(method, BodyPublishers.ofString(body))
				.build(), BodyHandlers.ofString());
			assertThat(response.statusCode()).as(method + " " + path).isLessThan(400);
			return response;
		}
		catch (IOException | InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

}
