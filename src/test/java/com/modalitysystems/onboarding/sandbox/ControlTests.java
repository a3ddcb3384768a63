package com.modalitysystems.onboarding.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.modalitysystems.onboarding.HouseTest;
import com.modalitysystems.onboarding.time.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@HouseTest
class ControlTests {

	@LocalServerPort
	private int port;

	@Autowired
	private SettableClock clock;

	@Autowired
	private ClockKeeper keeper;

	@Autowired
	private World world;

	private Outside outside;

	@BeforeEach
	void connect() {
		this.outside = new Outside(this.port);
	}

	@AfterEach
	void backToNow() {
		this.outside.call("DELETE", "/clock", Map.of(), null);
	}

	@Test
	void tenantsAreMadeAndChangedPartByPart() {
		String path = "/tenants/" + UUID.randomUUID();
		assertThat(this.outside.get(path).status()).isEqualTo(404);
		this.outside.json("PUT", path, """
				{"displayName": "Alpine", "domains": ["Alpine.example"], "cloud": "china", "consent": "none"}""");
		JsonNode changed = this.outside.json("PUT", path, "{\"consent\": \"incomplete\"}").json();
		assertThat(changed.path("displayName").asText()).isEqualTo("Alpine");
		assertThat(changed.path("cloud").asText()).isEqualTo("china");
		assertThat(changed.path("consent").asText()).isEqualTo("incomplete");
		assertThat(this.outside.get(path).json()).isEqualTo(changed);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"consent\": \"maybe\"}", "{\"displayName\": \"\"}", "{\"missing\": [\"Fly.All\"]}",
			"{\"cloud\": \"cirrus\"}", "nonsense" })
	void nonsenseMakesNoTenant(String body) {
		String path = "/tenants/" + UUID.randomUUID();
		assertThat(this.outside.json("PUT", path, body).status()).isEqualTo(400);
		assertThat(this.outside.get(path).status()).isEqualTo(404);
	}

	@Test
	void clockGoesAhead() {
		Instant before = this.clock.instant();
		JsonNode now = this.outside.json("POST", "/clock", "{\"advance\": \"P3D\"}").json();
		assertThat(Instant.parse(now.path("now").asText())).isAfterOrEqualTo(before.plus(Duration.ofDays(3)));
		assertThat(this.clock.instant()).isAfterOrEqualTo(before.plus(Duration.ofDays(3)));
		assertThat(this.outside.get("/clock").json().path("ahead").asText()).isEqualTo("PT72H");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"advance\": \"-P3D\"}", "{}", "{\"advance\": \"soon\"}" })
	void clockGoesNowhereElse(String body) {
		assertThat(this.outside.json("POST", "/clock", body).status()).isEqualTo(400);
		assertThat(this.clock.ahead()).isZero();
	}

	@Test
	void clockFollowsAnotherNode() {
		this.world.put("clock", "only", JsonNodeFactory.instance.objectNode().put("ahead", "PT5H"));
		this.keeper.follow();
		assertThat(this.clock.ahead()).isEqualTo(Duration.ofHours(5));
		this.clock.advance(Duration.ofHours(1));
		this.keeper.follow();
		assertThat(this.clock.ahead()).isEqualTo(Duration.ofHours(6));
		assertThat(this.world.find("clock", "only").orElseThrow().path("ahead").asText()).isEqualTo("PT6H");
	}

	@Test
	void tokenOutlivesTheMovedClock() {
		String token = this.outside.graphToken(this.outside.tenant("granted"));
		this.outside.json("POST", "/clock", "{\"advance\": \"P3D\"}");
		assertThat(this.outside.graph(token, "/organization").status()).isEqualTo(200);
	}

	@Test
	void listsTellWhatWasThereBefore() {
		assertThat(this.outside.get("/rules").json()).filteredOn(rule -> rule.path("seeded").asBoolean())
			.extracting(rule -> rule.path("name").asText())
			.contains("pexip-nodes", "management", "deny-https");
		assertThat(this.outside.get("/pexip-objects").json().path("azure_tenant"))
			.filteredOn(tenant -> tenant.path("seeded").asBoolean())
			.hasSize(24);
	}

	@Test
	void rulesVanishOneByOneOrAllButThoseOfTheConnector() {
		rule("one", 3901);
		rule("two", 3902);
		rule("three", 3903);
		assertThat(this.outside.call("DELETE", "/rules/One", Map.of(), null).status()).isEqualTo(204);
		assertThat(this.outside.call("DELETE", "/rules/one", Map.of(), null).status()).isEqualTo(404);
		assertThat(ruleNames()).contains("two", "three").doesNotContain("one");
		assertThat(this.outside.call("DELETE", "/rules", Map.of(), null).status()).isEqualTo(200);
		assertThat(ruleNames()).containsExactlyInAnyOrder("pexip-nodes", "management", "deny-https");
	}

	private void rule(String name, int priority) {
		this.world.put("rule", name,
				JsonNodeFactory.instance.objectNode()
					.put("name", name)
					.set("properties", JsonNodeFactory.instance.objectNode().put("priority", priority)));
	}

	private List<String> ruleNames() {
		return this.outside.get("/rules").json().findValuesAsText("name");
	}

	@Test
	void resetForgetsWhatHappened() {
		String mine = this.outside.tenant("granted");
		this.outside.json("PUT", "/tenants/11111111-1111-4111-8111-111111111111", "{\"consent\": \"granted\"}");
		this.outside.json("PUT", "/faults", "[{\"target\": \"graph\", \"path\": \"nowhere\", \"status\": 500}]");
		assertThat(this.outside.call("DELETE", "", Map.of(), null).status()).isEqualTo(200);
		assertThat(this.outside.get("/faults").json()).isEmpty();
		assertThat(consent("11111111-1111-4111-8111-111111111111")).isEqualTo("none");
		assertThat(consent("77777777-7777-4777-8777-777777777777")).isEqualTo("blocked");
		assertThat(consent(mine)).isEqualTo("none");
	}

	private String consent(String tenant) {
		return this.outside.get("/tenants/" + tenant).json().path("consent").asText();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { " | Contoso", "/mail | Mailbox", "/rules | pexip-nodes",
			"/pexip-objects | legacy-001", "/faults | Ready to use", "/journal | Journal" })
	void peopleSeePages(String path, String text) {
		Outside.Answer page = this.outside.call("GET", (path != null) ? path : "",
				Map.of("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"), null);
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.header("Content-Type")).startsWith("text/html");
		assertThat(page.body()).contains(text);
	}

	@ParameterizedTest
	@CsvSource({ "/mail", "/rules", "/pexip-objects", "/faults", "/journal?limit=1", "/tenants", "/clock" })
	void programsReadJson(String path) {
		for (String accept : new String[] { "application/json", "*/*", "application/json, */*" }) {
			Outside.Answer answer = this.outside.call("GET", path, Map.of("Accept", accept), null);
			assertThat(answer.header("Content-Type")).as(accept).startsWith("application/json");
		}
	}

	@Test
	void buttonsOfTheConsoleDoWhatTheySay() {
		String tenant = this.outside.tenant("none");
		Outside.Answer back = this.outside.form("/console/consent", Map.of("tenant", tenant, "consent", "granted"));
		assertThat(back.status()).isEqualTo(303);
		assertThat(back.header("Location")).endsWith("/sandbox#" + tenant);
		assertThat(consent(tenant)).isEqualTo("granted");
		this.outside.form("/console/clock", Map.of("advance", "PT1H", "back", "//elsewhere.example"));
		assertThat(this.clock.ahead()).isEqualTo(Duration.ofHours(1));
		this.outside.form("/console/own-fault", Map.of("target", "graph", "path", "nowhere", "times", "3", "what",
				"status", "status", "503", "seconds", "10"));
		JsonNode fault = this.outside.get("/faults").json().path(0);
		assertThat(fault.path("left").asInt()).isEqualTo(3);
		this.outside.form("/console/remove-fault", Map.of("id", fault.path("id").asText()));
		assertThat(this.outside.get("/faults").json()).isEmpty();
	}

}
