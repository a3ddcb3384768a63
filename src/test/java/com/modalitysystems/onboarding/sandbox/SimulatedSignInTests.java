package com.modalitysystems.onboarding.sandbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
class SimulatedSignInTests {

	private static final String CONTOSO = "11111111-1111-4111-8111-111111111111";

	@LocalServerPort
	private int port;

	@Autowired
	private AccessTokens tokens;

	private Outside outside;

	@BeforeEach
	void connect() {
		this.outside = new Outside(this.port);
	}

	static Stream<Arguments> wrongRequests() {
		return Stream.of(arguments("client_secret", "wrong", 401, "invalid_client", 7000215),
				arguments("client_secret", null, 401, "invalid_client", 7000218),
				arguments("client_id", "00000000-1111-4222-8333-444444444444", 400, "unauthorized_client", 700016),
				arguments("client_id", null, 400, "invalid_request", 900144),
				arguments("grant_type", "password", 400, "unsupported_grant_type", 70003),
				arguments("grant_type", null, 400, "invalid_request", 900144),
				arguments("scope", "https://graph.microsoft.com", 400, "invalid_scope", 1002012),
				arguments("scope", "https://graph.microsoft.com/User.Read.All", 400, "invalid_scope", 1002012),
				arguments("scope", "https://elsewhere.example/.default", 400, "invalid_resource", 500011),
				arguments("scope", null, 400, "invalid_request", 900144),
				arguments("client_assertion", "a.b.c", 400, "invalid_request", 900144));
	}

	@ParameterizedTest
	@MethodSource("wrongRequests")
	void wrongRequestIsRefusedInMicrosoftsWords(String field, String value, int status, String error, int code) {
		Map<String, String> fields = new HashMap<>(
				Outside.credentials(Outside.VIDEO_APP, Outside.VIDEO_SECRET, Outside.GRAPH));
		fields.remove(field);
		if (value != null) {
			fields.put(field, value);
		}
		assertRefused(this.outside.form("/login/" + Outside.HOME + "/oauth2/v2.0/token", fields), status, error, code);
	}

	@Test
	void credentialsInTheAddressAreNotTaken() {
		String query = Outside.encode(Outside.credentials(Outside.VIDEO_APP, Outside.VIDEO_SECRET, Outside.GRAPH));
		assertRefused(this.outside.form("/login/" + Outside.HOME + "/oauth2/v2.0/token?" + query, Map.of()), 400,
				"invalid_request", 900144);
	}

	@ParameterizedTest
	@CsvSource({ "99999999-0000-4000-8000-000000000000, invalid_tenant, 90002",
			"00000000-0000-0000-0000-000000000000, invalid_tenant, 900021", "not-a-domain, invalid_request, 900023",
			"nobody.example, invalid_tenant, 90002" })
	void unknownTenantIsRefusedByDiscoveryAndToken(String tenant, String error, int code) {
		assertRefused(this.outside.get("/login/" + tenant + "/v2.0/.well-known/openid-configuration"), 400, error,
				code);
		assertRefused(this.outside.signIn(tenant), 400, error, code);
	}

	@Test
	void discoveryOfADomainNamesTheGuid() {
		JsonNode found = this.outside.get("/login/CONTOSO.com/v2.0/.well-known/openid-configuration").json();
		assertThat(found.path("issuer").asText()).isEqualTo("https://login.microsoftonline.com/" + CONTOSO + "/v2.0");
		assertThat(found.path("tenant_region_scope").asText()).isEqualTo("EU");
		assertThat(found.path("token_endpoint").asText())
			.startsWith("http://localhost:" + this.port + "/sandbox/login");
	}

	@Test
	void discoveryOfAGovernmentTenantSaysSo() {
		JsonNode found = this.outside.get("/login/wingtip.com/v2.0/.well-known/openid-configuration").json();
		assertThat(found.path("tenant_region_scope").asText()).isEqualTo("USGov");
		assertThat(found.path("tenant_region_sub_scope").asText()).isEqualTo("DODCON");
		assertThat(found.path("cloud_instance_name").asText()).isEqualTo("microsoftonline.us");
		assertRefused(this.outside.signIn("wingtip.com"), 400, "invalid_request", 900382);
	}

	@Test
	void tenantThatNeverConsentedHasNoServicePrincipal() {
		assertRefused(this.outside.signIn(this.outside.tenant("none")), 401, "invalid_client", 7000229);
	}

	@Test
	void tenantThatConsentedIssuesAllRoles() {
		String tenant = this.outside.tenant("granted");
		AccessToken token = this.tokens.read(this.outside.graphToken(tenant)).orElseThrow();
		assertThat(token.audience()).isEqualTo("https://graph.microsoft.com");
		assertThat(token.tenant()).hasToString(tenant);
		assertThat(token.roles()).hasSize(8).contains("User.Read.All", "OnlineMeetings.ReadWrite.All");
	}

	@Test
	void incompleteConsentLacksRoles() {
		AccessToken token = this.tokens.read(this.outside.graphToken(this.outside.tenant("incomplete"))).orElseThrow();
		assertThat(token.roles()).hasSize(6).doesNotContainAnyElementsOf(SimulatedTenant.USUALLY_MISSING);
	}

	@Test
	void spreadingConsentIsDeniedThreeTimesThenGranted() {
		String tenant = this.outside.tenant("spreading");
		assertRefused(this.outside.signIn(tenant), 401, "invalid_client", 7000229);
		assertRefused(this.outside.signIn(tenant), 401, "invalid_client", 7000229);
		String early = this.outside.graphToken(tenant);
		assertThat(this.tokens.read(early).orElseThrow().roles()).isEmpty();
		assertThat(this.outside.graph(early, "/organization").status()).isEqualTo(403);
		assertThat(this.tokens.read(this.outside.graphToken(tenant)).orElseThrow().roles()).hasSize(8);
	}

	@Test
	void blockedTenantRefusesInOneOfTwoWays() {
		assertRefused(this.outside.signIn("tailspintoys.com"), 401, "unauthorized_client", 7000112);
		assertRefused(this.outside.signIn("proseware.com"), 400, "invalid_grant", 53003);
	}

	@Test
	void applicationOfOurTenantOnlyIsUnknownElsewhere() {
		assertRefused(
				this.outside.form("/login/" + this.outside.tenant("granted") + "/oauth2/v2.0/token",
						Outside.credentials(Outside.AZURE_APP, Outside.AZURE_SECRET, Outside.AZURE)),
				400, "unauthorized_client", 700016);
	}

	@Test
	void tokenOfAnotherHandIsNoToken() {
		String token = this.outside.graphToken(Outside.HOME);
		assertThat(this.tokens.read(token)).isPresent();
		assertThat(this.tokens.read(token.substring(0, token.length() - 4) + "AAAA")).isEmpty();
		assertThat(this.tokens.read("no token")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "GET, /login/contoso.com/oauth2/v2.0/token", "POST, /login/contoso.com/oauth2/token",
			"GET, /login/contoso.com/.well-known/openid-configuration", "GET, /login" })
	void unknownAddressIsNotFound(String method, String path) {
		assertThat(this.outside.call(method, path, Map.of(), null).status()).isEqualTo(404);
	}

	private static void assertRefused(Answer answer, int status, String error, int code) {
		assertThat(answer.status()).as(answer.body()).isEqualTo(status);
		assertThat(answer.json().path("error").asText()).isEqualTo(error);
		assertThat(answer.json().path("error_codes").path(0).asInt()).isEqualTo(code);
		assertThat(answer.json().path("error_description").asText()).startsWith("AADSTS" + code + ": ");
		assertThat(List.of("trace_id", "correlation_id", "timestamp")).allMatch(answer.json()::hasNonNull);
	}

}
