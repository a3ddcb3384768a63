package com.modalitysystems.onboarding.sandbox;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.modalitysystems.onboarding.HouseTest;
import com.modalitysystems.onboarding.sandbox.Outside.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@HouseTest
class SimulatedAzureTests {

	private static final String RULES = Outside.GROUP + "/securityRules";

	private final String name = "test-" + UUID.randomUUID();

	private final String rule = RULES + "/" + this.name + Outside.VERSION;

	@LocalServerPort
	private int port;

	private Outside outside;

	@BeforeEach
	void connect() {
		this.outside = new Outside(this.port);
		waitUntilIdle();
	}

	@AfterEach
	void cleanUp() {
		waitUntilIdle();
		follow(this.outside.azure("DELETE", this.rule, null));
	}

	// another test's operation may still be running; Azure ends it by itself
	private void waitUntilIdle() {
		await().until(
				() -> this.outside.azure("DELETE", RULES + "/nobody-was-here" + Outside.VERSION, null).status() == 204
						&& this.outside.azure("GET", RULES + Outside.VERSION, null)
							.json()
							.findValuesAsText("provisioningState")
							.stream()
							.allMatch("Succeeded"::equals));
	}

	@Test
	void newRuleIsCreatedByAnOperationThatTakesAWhile() {
		Answer created = this.outside.azure("PUT", this.rule, body(4001).toString());
		assertThat(created.status()).isEqualTo(201);
		assertThat(created.json().at("/properties/provisioningState").asText()).isEqualTo("Updating");
		assertThat(created.header("Retry-After")).isEqualTo("0");
		String operation = created.header("Azure-AsyncOperation");
		assertThat(operation).startsWith("http://localhost:" + this.port + "/sandbox/azure/subscriptions/");
		assertThat(this.outside.azure("GET", operation, null).json().path("status").asText()).isEqualTo("InProgress");
		assertThat(this.outside.azure("GET", operation, null).json().path("status").asText()).isEqualTo("Succeeded");
		assertThat(this.outside.azure("GET", this.rule, null).json().at("/properties/provisioningState").asText())
			.isEqualTo("Succeeded");
	}

	@Test
	void knownRuleIsUpdated() {
		follow(this.outside.azure("PUT", this.rule, body(4002).toString()));
		Answer updated = this.outside.azure("PUT", this.rule, body(4003).toString());
		assertThat(updated.status()).isEqualTo(200);
		assertThat(updated.json().at("/properties/priority").asInt()).isEqualTo(4003);
	}

	@Test
	void ruleIsGoneOnlyWhenItsDeletionHasEnded() {
		follow(this.outside.azure("PUT", this.rule, body(4004).toString()));
		Answer deleted = this.outside.azure("DELETE", this.rule, null);
		assertThat(deleted.status()).isEqualTo(202);
		assertThat(this.outside.azure("GET", this.rule, null).json().at("/properties/provisioningState").asText())
			.isEqualTo("Deleting");
		assertThat(this.outside.azure("GET", deleted.header("Location"), null).status()).isEqualTo(202);
		assertThat(this.outside.azure("GET", deleted.header("Location"), null).status()).isEqualTo(204);
		assertThat(this.outside.azure("GET", this.rule, null).status()).isEqualTo(404);
		assertThat(this.outside.azure("DELETE", this.rule, null).status()).isEqualTo(204);
	}

	@Test
	void secondWriteIsTurnedAwayWhileAnOperationRuns() {
		follow(this.outside.azure("PUT", this.rule, body(4005).toString()));
		Answer first = this.outside.azure("PUT", this.rule, body(4006).toString());
		Answer second = this.outside.azure("DELETE", this.rule, null);
		assertThat(second.status()).isEqualTo(429);
		assertThat(second.header("Retry-After")).isEqualTo("1");
		assertThat(second.json().at("/error/code").asText()).isEqualTo("RetryableError");
		assertThat(second.json().at("/error/details/0/code").asText()).isEqualTo("RetryableErrorDueToAnotherOperation");
		follow(first);
	}

	@Test
	void operationEndsThoughNobodyLooks() {
		this.outside.azure("PUT", this.rule, body(4007).toString());
		await().until(() -> this.outside.azure("GET", this.rule, null)
			.json()
			.at("/properties/provisioningState")
			.asText()
			.equals("Succeeded"));
	}

	@Test
	void priorityInUseIsRefused() {
		Answer answer = this.outside.azure("PUT", this.rule, body(100).toString());
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json().at("/error/code").asText()).isEqualTo("SecurityRuleConflict");
		assertThat(this.outside.azure("GET", this.rule, null).status()).isEqualTo(404);
	}

	static Stream<Arguments> wrongBodies() {
		return Stream.of(arguments("\"priority\":4008", "\"priority\":99", "SecurityRuleInvalidPriority"),
				arguments("\"priority\":4008", "\"priority\":4097", "SecurityRuleInvalidPriority"),
				arguments("\"priority\":4008", "\"priority\":\"4008\"", "SecurityRuleInvalidPriority"),
				arguments("\"protocol\":\"Tcp\",", "", "InvalidRequestFormat"),
				arguments("\"Tcp\"", "\"TCP/IP\"", "InvalidRequestFormat"),
				arguments("\"Allow\"", "\"Permit\"", "InvalidRequestFormat"),
				arguments("\"Inbound\"", "\"In\"", "InvalidRequestFormat"),
				arguments("203.0.113.7/32", "203.0.113.700/32", "SecurityRuleInvalidAddressPrefix"),
				arguments("203.0.113.7/32", "contoso.com", "SecurityRuleInvalidAddressPrefix"),
				arguments("\"sourceAddressPrefix\"", "\"sourceAdressPrefix\"", "InvalidRequestContent"),
				arguments("\"destinationPortRange\":\"443\"", "\"destinationPortRange\":\"https\"",
						"SecurityRuleInvalidPortRange"),
				arguments("\"description\":\"a test\"", "\"description\":\"" + "x".repeat(141) + "\"",
						"SecurityRuleInvalidDescription"),
				arguments("{\"properties\"", "{\"props\"", "InvalidRequestContent"),
				arguments("{\"properties\"", "{{", "InvalidRequestContent"));
	}

	@ParameterizedTest
	@MethodSource("wrongBodies")
	void wrongBodyIsRefused(String right, String wrong, String code) {
		String body = body(4008).toString();
		assertThat(body).contains(right);
		Answer answer = this.outside.azure("PUT", this.rule, body.replace(right, wrong));
		assertThat(answer.status()).as(answer.body()).isEqualTo(400);
		assertThat(answer.json().at("/error/code").asText()).isEqualTo(code);
	}

	@Test
	void callWithoutVersionIsRefused() {
		assertRefused(this.outside.azure("GET", RULES, null), 400, "MissingApiVersionParameter");
		assertRefused(this.outside.azure("GET", RULES + "?api-version=2019-13-45", null), 400,
				"InvalidApiVersionParameter");
	}

	@Test
	void callerMustBeTheContributorOfOurTenant() {
		assertRefused(this.outside.get(RULES + Outside.VERSION), 401, "AuthenticationFailed");
		assertRefused(bearer("nonsense"), 401, "InvalidAuthenticationToken");
		assertRefused(bearer(this.outside.graphToken(Outside.HOME)), 401, "InvalidAuthenticationTokenAudience");
		assertRefused(bearer(videoApp(Outside.HOME)), 403, "AuthorizationFailed");
		assertRefused(bearer(videoApp(this.outside.tenant("granted"))), 401, "InvalidAuthenticationTokenTenant");
	}

	private String videoApp(String tenant) {
		return this.outside
			.form("/login/" + tenant + "/oauth2/v2.0/token",
					Outside.credentials(Outside.VIDEO_APP, Outside.VIDEO_SECRET, Outside.AZURE))
			.json()
			.path("access_token")
			.asText();
	}

	private Answer bearer(String token) {
		return this.outside.call("GET", RULES + Outside.VERSION, Map.of("Authorization", "Bearer " + token), null);
	}

	@Test
	void otherGroupsDoNotExist() {
		assertRefused(this.outside.azure("GET", RULES.replace("-nsg", "-other") + Outside.VERSION, null), 404,
				"ResourceNotFound");
		assertRefused(this.outside.azure("GET", RULES.replace("securityRules", "subnets") + Outside.VERSION, null), 404,
				"InvalidResourceType");
	}

	@Test
	void onlyJsonIsTaken() {
		Answer answer = this.outside.call("PUT", this.rule,
				Map.of("Authorization", "Bearer " + this.outside.azureToken(), "Content-Type", "text/plain"),
				body(4009).toString());
		assertRefused(answer, 415, "UnsupportedMediaType");
	}

	@Test
	void groupShowsItsRules() {
		Answer group = this.outside.azure("GET", Outside.GROUP + Outside.VERSION, null);
		assertThat(group.json().at("/properties/securityRules").findValuesAsText("name")).contains("pexip-nodes",
				"deny-https");
	}

	private void follow(Answer answer) {
		String operation = answer.header("Azure-AsyncOperation");
		if (!operation.isEmpty()) {
			await().until(() -> this.outside.azure("GET", operation, null)
				.json()
				.path("status")
				.asText()
				.equals("Succeeded"));
		}
	}

	private static ObjectNode body(int priority) {
		ObjectNode body = JsonNodeFactory.instance.objectNode();
		body.putObject("properties")
			.put("description", "a test")
			.put("protocol", "Tcp")
			.put("sourcePortRange", "*")
			.put("destinationPortRange", "443")
			.put("sourceAddressPrefix", "203.0.113.7/32")
			.put("destinationAddressPrefix", "*")
			.put("access", "Allow")
			.put("priority", priority)
			.put("direction", "Inbound");
		return body;
	}

	private static void assertRefused(Answer answer, int status, String code) {
		assertThat(answer.status()).as(answer.body()).isEqualTo(status);
		assertThat(answer.json().at("/error/code").asText()).isEqualTo(code);
	}

}
