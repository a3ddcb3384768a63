package com.modalitysystems.onboarding.sandbox;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.HouseTest;
import com.modalitysystems.onboarding.sandbox.Outside.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@HouseTest
class SimulatedConsentPageTests {

	private static final String STATE = "s%&+ ä";

	@LocalServerPort
	private int port;

	private Outside outside;

	private String tenant;

	@BeforeEach
	void connect() {
		this.outside = new Outside(this.port);
		this.tenant = this.outside.tenant("none");
	}

	@Test
	void pageShowsWhoAsksWhomForWhat() {
		Answer page = this.outside.get(page(this.tenant, parameters()));
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.body()).contains("OneMeeting Cloud Video Interop", this.tenant,
				"Read all users&#39; full profiles", "Sign in and read user profile");
		assertThat(GraphPermission.values()).hasSize(9).allMatch(one -> page.body().contains(one.graphName()));
		assertThat(consent(this.tenant)).isEqualTo("none");
	}

	@ParameterizedTest
	@CsvSource({ "global", "privileged" })
	void acceptanceIsConsentAndLeadsBack(String role) {
		Answer back = decide("accept", this.tenant, role);
		assertThat(back.status()).isEqualTo(302);
		assertThat(back.header("Location")).startsWith("http://localhost:" + this.port + "/consent/callback?");
		assertThat(query(back)).containsEntry("admin_consent", "True")
			.containsEntry("tenant", this.tenant)
			.containsEntry("state", STATE)
			.containsKey("scope")
			.doesNotContainKey("error");
		assertThat(consent(this.tenant)).isEqualTo("granted");
	}

	@Test
	void cancellationLeadsBackWithAnError() {
		Answer back = decide("cancel", this.tenant, "global");
		assertThat(query(back)).containsEntry("admin_consent", "True")
			.containsEntry("error", "consent_required")
			.containsEntry("state", STATE)
			.doesNotContainKey("tenant");
		assertThat(query(back).get("error_description")).startsWith("AADSTS65004: ");
		assertThat(consent(this.tenant)).isEqualTo("none");
	}

	@Test
	void whoIsSignedInElsewhereConsentsElsewhere() {
		String other = this.outside.tenant("none");
		assertThat(query(decide("accept", other, "global"))).containsEntry("tenant", other);
		assertThat(consent(other)).isEqualTo("granted");
		assertThat(consent(this.tenant)).isEqualTo("none");
	}

	@Test
	void personWhoMayNotConsentIsSentNowhere() {
		Answer answer = decide("accept", this.tenant, "user");
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.body()).contains("90094", "Need admin approval");
		assertThat(answer.header("Location")).isEmpty();
		assertThat(consent(this.tenant)).isEqualTo("none");
	}

	@ParameterizedTest
	@CsvSource({ "spreading, spreading", "incomplete, incomplete", "blocked, blocked", "granted, granted",
			"none, granted" })
	void tenantSaysAfterwardsWhatItIsMadeFor(String before, String after) {
		String other = this.outside.tenant(before);
		decide("accept", other, "global");
		assertThat(consent(other)).isEqualTo(after);
	}

	static Stream<Arguments> wrongRequests() {
		return Stream.of(arguments("client_id", "00000000-1111-4222-8333-444444444444", "700016"),
				arguments("client_id", Outside.AZURE_APP, "700016"), arguments("client_id", null, "900144"),
				arguments("redirect_uri", "http://localhost/elsewhere", "50011"),
				arguments("redirect_uri", null, "900144"), arguments("scope", "User.Read", "70011"),
				arguments("scope", null, "900144"));
	}

	@ParameterizedTest
	@MethodSource("wrongRequests")
	void wrongRequestIsShownToThePersonAndLeadsNowhere(String name, String value, String code) {
		Map<String, String> parameters = parameters();
		parameters.remove(name);
		if (value != null) {
			parameters.put(name, value);
		}
		assertShown(this.outside.get(page(this.tenant, parameters)), code);
	}

	@ParameterizedTest
	@CsvSource({ "common, 900144", "99999999-0000-4000-8000-000000000000, 90002" })
	void wrongTenantIsShownToThePerson(String wrong, String code) {
		assertShown(this.outside.get(page(wrong, parameters())), code);
	}

	@Test
	void anyOrganizationMayBeAsked() {
		assertThat(this.outside.get(page("organizations", parameters())).status()).isEqualTo(200);
	}

	private static void assertShown(Answer answer, String code) {
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.body()).contains("AADSTS").contains(code);
		assertThat(answer.header("Location")).isEmpty();
	}

	private Answer decide(String decision, String signedInTo, String role) {
		return this.outside.form(page(this.tenant, parameters()),
				Map.of("decision", decision, "signedInTo", signedInTo, "role", role));
	}

	private Map<String, String> parameters() {
		return new HashMap<>(Map.of("client_id", Outside.VIDEO_APP, "scope", Outside.GRAPH, "redirect_uri",
				"http://localhost:" + this.port + "/consent/callback", "state", STATE));
	}

	private static String page(String tenant, Map<String, String> parameters) {
		return "/login/" + tenant + "/v2.0/adminconsent?" + Outside.encode(parameters);
	}

	private static Map<String, String> query(Answer answer) {
		MultiValueMap<String, String> query = UriComponentsBuilder.fromUriString(answer.header("Location"))
			.build()
			.getQueryParams();
		Map<String, String> decoded = new HashMap<>();
		query.toSingleValueMap().forEach((name, value) -> decoded.put(name, UriUtils.decode(value, UTF_8)));
		return decoded;
	}

	private String consent(String id) {
		return this.outside.get("/tenants/" + id).json().path("consent").asText();
	}

}
