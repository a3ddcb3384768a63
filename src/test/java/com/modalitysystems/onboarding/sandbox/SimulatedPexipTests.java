package com.modalitysystems.onboarding.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.modalitysystems.onboarding.HouseTest;
import com.modalitysystems.onboarding.sandbox.Outside.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@HouseTest
class SimulatedPexipTests {

	private final String name = "test-" + UUID.randomUUID();

	@LocalServerPort
	private int port;

	@Autowired
	private World world;

	private Outside outside;

	@BeforeEach
	void connect() {
		this.outside = new Outside(this.port);
	}

	@ParameterizedTest
	@CsvSource({ "Basic b25ib2FyZGluZzp3cm9uZw==", "Bearer abc", "''" })
	void strangerIsTurnedAway(String authorization) {
		Map<String, String> headers = authorization.isEmpty() ? Map.of() : Map.of("Authorization", authorization);
		Answer answer = this.outside.call("GET", Outside.PEXIP + "conference/", headers, null);
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.header("WWW-Authenticate")).startsWith("Basic");
		assertThat(this.outside.call("GET", "/pexip/nothing/", headers, null).status()).isEqualTo(401);
	}

	@ParameterizedTest
	@CsvSource({ "GET, conference", "POST, conference", "GET, ivr_theme/", "GET, conference/abc/",
			"GET, conference/999999999/", "DELETE, teams_proxy/999999999/",
			"GET, /pexip/api/admin/status/v1/licensing" })
	void whatIsNotThereIsNotFound(String method, String path) {
		assertThat(this.outside.pexip(method, path, "POST".equals(method) ? "{}" : null).status()).isEqualTo(404);
	}

	@Test
	void verbThatIsNotKnownIsNotAllowed() {
		assertThat(this.outside.pexip("PUT", "conference/", "{}").status()).isEqualTo(405);
		assertThat(this.outside.pexip("POST", "conference/1/", "{}").status()).isEqualTo(405);
	}

	@Test
	void objectsAreMadeChangedAndTakenAwayInTheirOrder() {
		String tenant = add("azure_tenant", tenant());
		String proxy = add("teams_proxy", proxy(tenant));
		String reception = add("conference", reception(proxy));
		assertThat(show(reception).at("/aliases/0/alias").asText()).isEqualTo(this.name + "@videosrv.net");
		assertThat(show(proxy).path("port").asInt()).isEqualTo(443);

		assertThat(this.outside
			.pexip("PATCH", path(reception), "{\"aliases\":[{\"alias\":\"" + this.name + "2@videosrv.net\"}]}")
			.status()).isEqualTo(202);
		assertThat(show(reception).path("aliases")).hasSize(1);
		assertThat(show(reception).at("/aliases/0/alias").asText()).isEqualTo(this.name + "2@videosrv.net");
		assertThat(show(reception).path("service_type").asText()).isEqualTo("two_stage_dialing");

		assertThat(this.outside.pexip("DELETE", path(tenant), null).status()).isEqualTo(400);
		assertThat(this.outside.pexip("DELETE", path(proxy), null).status()).isEqualTo(400);
		for (String uri : List.of(reception, proxy, tenant)) {
			assertThat(this.outside.pexip("DELETE", path(uri), null).status()).isEqualTo(204);
			assertThat(this.outside.pexip("DELETE", path(uri), null).status()).isEqualTo(404);
		}
		assertThat(find("conference_alias/?alias=" + this.name + "2@videosrv.net")).isEmpty();
	}

	@Test
	void putForgetsWhatIsNotGiven() {
		String tenant = add("azure_tenant", tenant());
		assertThat(this.outside.pexip("PUT", path(tenant), tenant().replace("a test", "")).status()).isEqualTo(204);
		assertThat(show(tenant).path("description").asText()).isEmpty();
		assertThat(this.outside.pexip("PUT", path(tenant), "{\"name\":\"x\"}").status()).isEqualTo(400);
	}

	static Stream<Arguments> wrongObjects() {
		return Stream.of(arguments("azure_tenant", "{\"tenant_id\":\"11111111-1111-4111-8111-111111111111\"}", "name"),
				arguments("azure_tenant", "{\"name\":\"x\",\"tenant_id\":\"contoso\"}", "tenant_id"),
				arguments("azure_tenant", "{\"name\":\"" + "x".repeat(101) + "\",\"tenant_id\":\"contoso\"}", "name"),
				arguments("azure_tenant",
						"{\"name\":\"legacy-001\",\"tenant_id\":\"11111111-1111-4111-8111-111111111111\"}", "name"),
				arguments("conference", "{\"name\":\"x\",\"service_type\":\"vmr\"}", "service_type"),
				arguments("conference", "{\"name\":\"x\",\"service_type\":\"conference\",\"call_type\":\"fax\"}",
						"call_type"),
				arguments("conference",
						"{\"name\":\"x\",\"service_type\":\"conference\",\"aliases\":[{\"alias\":\"test_call@videosrv.net\"}]}",
						"aliases"),
				arguments("gateway_routing_rule", "{\"name\":\"x\",\"match_string\":\"a\",\"priority\":0}", "priority"),
				arguments("gateway_routing_rule", "{\"name\":\"x\",\"match_string\":\"a\",\"priority\":201}",
						"priority"),
				arguments("gateway_routing_rule", "{\"name\":\"x\",\"match_string\":\"(\",\"priority\":1}",
						"match_string"),
				arguments("gateway_routing_rule",
						"{\"name\":\"x\",\"match_string\":\"a\",\"priority\":1,\"enable\":\"yes\"}", "enable"),
				arguments("gateway_routing_rule",
						"{\"name\":\"x\",\"match_string\":\"a\",\"priority\":1,\"outgoing_protocl\":\"teams\"}",
						"outgoing_protocl"));
	}

	@ParameterizedTest
	@MethodSource("wrongObjects")
	void wrongObjectIsRefusedAtItsField(String resource, String body, String field) {
		Answer answer = this.outside.pexip("POST", resource + "/", body);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json().path(resource).has(field)).as(answer.body()).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "teams_proxy | /api/admin/configuration/v1/azure_tenant/999999999/",
			"teams_proxy | 1", "teams_proxy | /api/admin/configuration/v1/conference/1/" })
	void referenceMustNameAnObjectByItsUri(String resource, String uri) {
		Answer answer = this.outside.pexip("POST", resource + "/", proxy(uri));
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json().path("error").asText()).contains("Could not find the provided azure_tenant object");
	}

	@Test
	void sameTenantCannotBeAddedTwice() {
		add("azure_tenant", tenant());
		Answer again = this.outside.pexip("POST", "azure_tenant/", tenant());
		assertThat(again.status()).isEqualTo(400);
		assertThat(again.json().path("azure_tenant").has("name")).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "text/plain", "application/x-www-form-urlencoded" })
	void onlyJsonIsTaken(String type) {
		Answer answer = this.outside.call("POST", Outside.PEXIP + "azure_tenant/",
				Map.of("Authorization", Outside.BASIC, "Content-Type", type), tenant());
		assertThat(answer.status()).isEqualTo(400);
		assertThat(this.outside.pexip("POST", "azure_tenant/", "{nonsense").json().path("error").asText())
			.isEqualTo("Request is not valid JSON.");
	}

	@Test
	void listShowsTwentyAndLeadsToTheRest() {
		JsonNode first = this.outside.pexip("GET", "azure_tenant/?name__startswith=legacy-", null).json();
		assertThat(first.path("objects")).hasSize(20);
		assertThat(first.at("/meta/total_count").asInt()).isEqualTo(24);
		assertThat(first.at("/meta/previous").isNull()).isTrue();
		JsonNode rest = this.outside.pexip("GET", "/pexip" + first.at("/meta/next").asText(), null).json();
		assertThat(rest.path("objects")).hasSize(4);
		assertThat(rest.at("/meta/next").isNull()).isTrue();
		List<String> names = new ArrayList<>(first.path("objects").findValuesAsText("name"));
		names.addAll(rest.path("objects").findValuesAsText("name"));
		assertThat(names).doesNotHaveDuplicates().contains("legacy-001", "legacy-024");
	}

	@ParameterizedTest
	@CsvSource({ "azure_tenant/?name=legacy-007, 1", "'azure_tenant/?name__in=legacy-007,legacy-008&limit=1', 1",
			"azure_tenant/?name=LEGACY-007, 0", "azure_tenant/?name__iexact=LEGACY-007, 1",
			"conference/?tag=legacy-003, 1", "conference_alias/?alias=test_call@videosrv.net, 1",
			"gateway_routing_rule/?priority__gte=150&tag=legacy-003, 1" })
	void listIsFiltered(String path, int size) {
		assertThat(find(path)).hasSize(size);
	}

	@ParameterizedTest
	@CsvSource({ "conference/?pin=1", "conference/?limit=many", "conference/?name__sounds=x" })
	void filterThatIsNotKnownIsRefused(String path) {
		assertThat(this.outside.pexip("GET", path, null).status()).isEqualTo(400);
	}

	@Test
	void licenceCountsTenants() {
		JsonNode before = this.outside.pexip("GET", "/pexip/api/admin/status/v1/licensing/", null).json();
		add("azure_tenant", tenant());
		JsonNode after = this.outside.pexip("GET", "/pexip/api/admin/status/v1/licensing/", null).json();
		assertThat(after.at("/objects/0/teams_count").asInt())
			.isEqualTo(before.at("/objects/0/teams_count").asInt() + 1);
		assertThat(after.at("/objects/0/teams_total").asInt()).isPositive();
	}

	@Test
	void deletionOfAListDeletesEverything() {
		String kind = PexipResource.gateway_routing_rule.kind();
		List<World.Thing> before = this.world.things(kind);
		try {
			assertThat(before).isNotEmpty();
			assertThat(this.outside.pexip("DELETE", "gateway_routing_rule/", null).status()).isEqualTo(204);
			assertThat(find("gateway_routing_rule/")).isEmpty();
		}
		finally {
			before.stream()
				.map(World.Thing::body)
				.forEach(body -> this.world.seed(kind, body.path("id").asText(), body));
		}
	}

	private String add(String resource, String body) {
		Answer answer = this.outside.pexip("POST", resource + "/", body);
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
		assertThat(answer.body()).isEmpty();
		String location = answer.header("Location");
		return location.substring(location.indexOf("/api/admin/"));
	}

	private JsonNode show(String uri) {
		return this.outside.pexip("GET", path(uri), null).json();
	}

	private JsonNode find(String path) {
		return this.outside.pexip("GET", path, null).json().path("objects");
	}

	private static String path(String uri) {
		return "/pexip" + uri;
	}

	private String tenant() {
		return "{\"name\":\"%s\",\"tenant_id\":\"%s\",\"description\":\"a test\"}".formatted(this.name,
				this.name.substring(5));
	}

	private String proxy(String tenant) {
		return "{\"name\":\"%s-eu\",\"address\":\"modalitygw1.eu.teams.videosrv.net\",\"azure_tenant\":\"%s\"}"
			.formatted(this.name, tenant);
	}

	private String reception(String proxy) {
		return """
				{"name": "%1$s Teams IVR", "service_type": "two_stage_dialing", "two_stage_dial_type": "teams",
				"teams_proxy": "%2$s", "tag": "%1$s", "aliases": [{"alias": "%1$s@videosrv.net"}]}
				""".formatted(this.name, proxy);
	}

}
