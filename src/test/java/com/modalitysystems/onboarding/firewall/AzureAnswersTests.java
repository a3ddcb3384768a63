package com.modalitysystems.onboarding.firewall;

import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import com.modalitysystems.onboarding.customer.Secret;
import com.modalitysystems.onboarding.http.Clients;
import com.modalitysystems.onboarding.http.HttpClients;
import com.modalitysystems.onboarding.http.MicrosoftTokens;
import com.modalitysystems.onboarding.http.RemoteCallFailed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.verify;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What each answer of Azure Resource Manager means to us. */
@WireMockTest
class AzureAnswersTests {

	private static final String GROUP = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/networkSecurityGroups/n";

	private static final String RULES = GROUP + "/securityRules";

	private static final String RULE = RULES + "/onboarding-OM-7K3F9Q";

	private static final String DONE = "done";

	private String azure;

	private SecurityGroups groups;

	@BeforeEach
	void reachAzure(WireMockRuntimeInfo server) {
		this.azure = server.getHttpBaseUrl();
		this.groups = groups(Duration.ofSeconds(20));
		stubFor(post(anyUrl())
			.willReturn(okJson("{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"token\"}")));
	}

	@ParameterizedTest(name = "PUT {0}, the rule is {1}: {2}")
	@CsvSource(delimiter = '|', nullValues = "gone", textBlock = """
			201 | Succeeded | in force
			200 | Succeeded | in force
			202 | Succeeded | in force
			201 | Failed    | Azure: has not put the rule in force
			200 | Canceled  | Azure: has not put the rule in force
			201 | gone      | Azure: has not put the rule in force
			201 | Updating  | Azure: has not finished after 1 s
			""")
	void aRuleThatIsWrittenWithoutAnOperation(int status, String state, String outcome) {
		impatientIfItNeverEnds(outcome);
		stubFor(put(urlPathEqualTo(RULE)).willReturn(jsonResponse(rule("Updating"), status)));
		stubFor(get(urlPathEqualTo(RULE)).willReturn((state != null) ? okJson(rule(state)) : error(404, "NotFound")));
		assertThat(outcome(this::write)).isEqualTo(outcome);
	}

	@ParameterizedTest(name = "PUT {0} with {1}, which ends as {2}: {3}")
	@CsvSource(delimiter = '|',
			textBlock = """
					201 | Azure-AsyncOperation | 200 {"status":"Succeeded"} | in force
					200 | Azure-AsyncOperation | 200 {"status":"Succeeded"} | in force
					202 | Azure-AsyncOperation | 200 {"status":"Succeeded"} | in force
					201 | Azure-AsyncOperation | 200 {"status":"Failed","error":{"code":"InternalServerError"}} | Azure: ended the operation as Failed (InternalServerError)
					201 | Azure-AsyncOperation | 200 {"status":"Canceled","error":{"code":"Canceled"}} | Azure: ended the operation as Canceled (Canceled)
					201 | Azure-AsyncOperation | 200 {"status":"Running"} | Azure: has not finished after 1 s
					201 | Azure-AsyncOperation | 404 {"error":{"code":"OperationNotFound"}} | Azure: does not know the operation any more (OperationNotFound)
					201 | Azure-AsyncOperation | 500 {} | Azure: answered 500
					202 | Location             | 200 {} | in force
					202 | Location             | 204 {} | in force
					202 | Location             | 202 {} | Azure: has not finished after 1 s
					""")
	void aRuleThatIsWrittenByAnOperation(int status, String header, String end, String outcome) {
		impatientIfItNeverEnds(outcome);
		stubFor(put(urlPathEqualTo(RULE))
			.willReturn(jsonResponse(rule("Updating"), status).withHeader(header, this.azure + "/operations/1")));
		operationEndsAs(end);
		assertThat(outcome(this::write)).isEqualTo(outcome);
	}

	@ParameterizedTest(name = "DELETE {0}, then the rule is {1}: {2}")
	@CsvSource(delimiter = '|', nullValues = "gone", textBlock = """
			200 | gone      | removed
			202 | gone      | removed
			204 | gone      | was not there
			404 | gone      | was not there
			200 | Succeeded | Azure: has not removed the rule
			202 | Deleting  | Azure: has not finished after 1 s
			""")
	void aRuleThatIsRemovedWithoutAnOperation(int status, String state, String outcome) {
		impatientIfItNeverEnds(outcome);
		stubFor(delete(urlPathEqualTo(RULE)).willReturn(jsonResponse("{}", status)));
		stubFor(get(urlPathEqualTo(RULE)).willReturn((state != null) ? okJson(rule(state)) : error(404, "NotFound")));
		assertThat(outcome(this::remove)).isEqualTo(outcome);
	}

	@ParameterizedTest(name = "DELETE 202 with {0}, which ends as {1}: {2}")
	@CsvSource(delimiter = '|',
			textBlock = """
					Location             | 204 {} | removed
					Location             | 200 {} | removed
					Location             | 202 {} | Azure: has not finished after 1 s
					Location             | 404 {"error":{"code":"OperationNotFound"}} | Azure: does not know the operation any more (OperationNotFound)
					Azure-AsyncOperation | 200 {"status":"Succeeded"} | removed
					Azure-AsyncOperation | 200 {"status":"Failed","error":{"code":"InternalServerError"}} | Azure: ended the operation as Failed (InternalServerError)
					""")
	void aRuleThatIsRemovedByAnOperation(String header, String end, String outcome) {
		impatientIfItNeverEnds(outcome);
		stubFor(delete(urlPathEqualTo(RULE))
			.willReturn(error(202, "").withHeader(header, this.azure + "/operations/1")));
		stubFor(get(urlPathEqualTo(RULE)).willReturn(error(404, "NotFound")));
		operationEndsAs(end);
		assertThat(outcome(this::remove)).isEqualTo(outcome);
	}

	@ParameterizedTest(name = "{0} {1}: {2}, after {3}")
	@CsvSource(delimiter = '|', nullValues = "the ladder",
			textBlock = """
					400 | SecurityRuleConflict         |    | Azure: answered 400 (SecurityRuleConflict)         | the ladder
					400 | MissingApiVersionParameter   |    | Azure: answered 400 (MissingApiVersionParameter)   | the ladder
					401 | InvalidAuthenticationToken   |    | Azure: answered 401 (InvalidAuthenticationToken)   | the ladder
					403 | AuthorizationFailed          |    | Azure: answered 403 (AuthorizationFailed)          | the ladder
					409 | AnotherOperationInProgress   | 7  | Azure: answered 409 (AnotherOperationInProgress)   | PT7S
					409 | AnotherOperationInProgress   |    | Azure: answered 409 (AnotherOperationInProgress)   | the ladder
					409 | Conflict                     | 99999999 | Azure: answered 409 (Conflict)               | PT1H
					412 | PreconditionFailed           |    | Azure: answered 412 (PreconditionFailed)           | the ladder
					429 | RetryableError               | 10 | Azure: answered 429 and asks to wait 10 s          | PT10S
					429 | RetryableError               |    | Azure: answered 429                                | the ladder
					429 | TooManyRequests              | Fri, 20 Nov 2026 12:00:30 GMT | Azure: answered 429 and asks to wait 30 s | PT30S
					500 | InternalServerError          |    | Azure: answered 500                                | the ladder
					502 | BadGateway                   |    | Azure: answered 502                                | the ladder
					503 | ServiceUnavailable           | 5  | Azure: answered 503 and asks to wait 5 s           | PT5S
					504 | GatewayTimeout               |    | Azure: answered 504                                | the ladder
					""")
	void whatFailsIsTriedAgainLater(int status, String code, String retryAfter, String message, Duration wait) {
		ResponseDefinitionBuilder answer = error(status, code);
		if (retryAfter != null) {
			answer.withHeader("Retry-After", retryAfter);
		}
		stubFor(put(urlPathEqualTo(RULE)).willReturn(answer));
		stubFor(delete(urlPathEqualTo(RULE)).willReturn(answer));
		stubFor(get(urlPathEqualTo(RULES)).willReturn(answer));
		assertFails(this::write, message, wait);
		assertFails(this::remove, message, wait);
		assertFails(this::list, message, wait);
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 404 })
	void aGroupThatIsNotThereIsNamed(int status) {
		stubFor(put(urlPathEqualTo(RULE)).willReturn(error(404, "ResourceNotFound")));
		stubFor(get(urlPathEqualTo(RULES)).willReturn(error(status, "ResourceNotFound")));
		assertThat(outcome(this::write)).isEqualTo("Azure: does not know the security group (ResourceNotFound)");
		assertFails(this::list,
				"Azure: has no list of rules for the security group: it answered " + status + " (ResourceNotFound)",
				null);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://127.0.0.2:8443/operations/1", "https://localhost/operations/1", "//operations/1",
			"file:///etc/hosts" })
	void anAddressOfAnotherHostIsNotFollowed(String elsewhere) {
		stubFor(put(urlPathEqualTo(RULE))
			.willReturn(jsonResponse(rule("Updating"), 201).withHeader("Azure-AsyncOperation", elsewhere)));
		stubFor(delete(urlPathEqualTo(RULE)).willReturn(error(202, "").withHeader("Location", elsewhere)));
		stubFor(get(urlPathEqualTo(RULES)).willReturn(okJson("{\"value\":[],\"nextLink\":\"" + elsewhere + "\"}")));
		String refused = "Azure: led to another host, which is not called";
		assertThat(outcome(this::write)).isEqualTo(refused);
		assertThat(outcome(this::remove)).isEqualTo(refused);
		assertFails(this::list, refused, null);
		verify(0, getRequestedFor(urlPathEqualTo("/operations/1")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "not an address", "http://[" })
	void anAddressThatIsNoneIsNotFollowed(String nonsense) {
		stubFor(put(urlPathEqualTo(RULE))
			.willReturn(jsonResponse(rule("Updating"), 201).withHeader("Azure-AsyncOperation", nonsense)));
		stubFor(get(urlPathEqualTo(RULES)).willReturn(okJson("{\"value\":[],\"nextLink\":\"" + nonsense + "\"}")));
		assertThat(outcome(this::write)).isEqualTo("Azure: led to an address that cannot be read");
		assertFails(this::list, "Azure: led to an address that cannot be read", null);
	}

	private SecurityGroups groups(Duration operationTime) {
		HttpClients http = Clients.real();
		AzureSettings settings = new AzureSettings(URI.create(this.azure), URI.create(this.azure + "/login"),
				UUID.randomUUID(), "7c9e2d45-16b8-4a0f-8d73-e4b5f0a1c296", new Secret("secret"), null, null, GROUP, 443,
				PriorityRange.of("2000-2999"), "2024-05-01", operationTime, Duration.ofSeconds(1),
				Duration.ofMinutes(15));
		return new SecurityGroups(new AzureCalls(settings, http, new MicrosoftTokens(http)), settings);
	}

	private void impatientIfItNeverEnds(String outcome) {
		if (outcome.contains("has not finished")) {
			this.groups = groups(Duration.ofSeconds(1));
		}
	}

	private void operationEndsAs(String end) {
		// it is looked at once before that
		stubFor(get(urlPathEqualTo("/operations/1")).inScenario("operation")
			.whenScenarioStateIs(STARTED)
			.willReturn(jsonResponse("{\"status\":\"InProgress\"}", 202))
			.willSetStateTo(DONE));
		stubFor(get(urlPathEqualTo("/operations/1")).inScenario("operation")
			.whenScenarioStateIs(DONE)
			.willReturn(jsonResponse(end.substring(4), Integer.parseInt(end.substring(0, 3)))));
	}

	private String write() {
		this.groups.put(GROUP, "onboarding-OM-7K3F9Q", new SecurityRule(null, new SecurityRule.Properties(null, "Tcp",
				"*", "443", "203.0.113.7/32", null, "*", "Allow", 2000, "Inbound", null)));
		return "in force";
	}

	private String remove() {
		return this.groups.delete(GROUP, "onboarding-OM-7K3F9Q") ? "removed" : "was not there";
	}

	private String list() {
		return this.groups.rulesOf(GROUP).toString();
	}

	private static String outcome(Supplier<String> act) {
		try {
			return act.get();
		}
		catch (RemoteCallFailed ex) {
			return ex.getMessage();
		}
	}

	private static void assertFails(Supplier<String> act, String message, Duration wait) {
		RemoteCallFailed failure = catchThrowableOfType(RemoteCallFailed.class, act::get);
		assertThat(failure).hasMessage(message);
		assertThat(failure.retryAfter()).isEqualTo(wait);
	}

	private static String rule(String state) {
		return """
				{"name":"onboarding-OM-7K3F9Q","properties":{"provisioningState":"%s","priority":2000}}"""
			.formatted(state);
	}

	private static ResponseDefinitionBuilder error(int status, String code) {
		return jsonResponse("{\"error\":{\"code\":\"" + code + "\",\"message\":\"203.0.113.7\"}}", status);
	}

}
