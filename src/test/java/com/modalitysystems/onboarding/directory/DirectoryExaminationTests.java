package com.modalitysystems.onboarding.directory;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import com.modalitysystems.onboarding.customer.Permission;
import com.modalitysystems.onboarding.customer.Secret;
import com.modalitysystems.onboarding.doctor.Finding;
import com.modalitysystems.onboarding.doctor.Finding.Verdict;
import com.modalitysystems.onboarding.http.TestCertificate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.modalitysystems.onboarding.directory.RecordedMicrosoft.CLIENT;
import static com.modalitysystems.onboarding.directory.RecordedMicrosoft.HOME;
import static com.modalitysystems.onboarding.directory.RecordedMicrosoft.graph;
import static com.modalitysystems.onboarding.directory.RecordedMicrosoft.issued;
import static com.modalitysystems.onboarding.directory.RecordedMicrosoft.recorded;
import static com.modalitysystems.onboarding.directory.RecordedMicrosoft.refused;
import static com.modalitysystems.onboarding.directory.RecordedMicrosoft.status;
import static com.modalitysystems.onboarding.directory.RecordedMicrosoft.token;
import static org.assertj.core.api.Assertions.assertThat;

@WireMockTest
class DirectoryExaminationTests {

	private static final String CALLBACK = "https://onboarding.videosrv.net/consent/callback";

	private static final String REGISTRATION = "/graph/v1.0/applications(appId='" + CLIENT + "')";

	private static final String OURSELVES = "/graph/v1.0/tenantRelationships/findTenantInformationByTenantId(tenantId='"
			+ HOME + "')";

	private static final ConsentSettings ENTRA = new ConsentSettings(ConsentSettings.Via.entra, null,
			Set.of("Calls.AccessMedia.All"));

	private String baseUrl;

	@BeforeEach
	void allIsWell(WireMockRuntimeInfo microsoft) {
		this.baseUrl = microsoft.getHttpBaseUrl();
		token(HOME, issued("ours"));
		graph(OURSELVES, "ours", okJson("{\"tenantId\":\"" + HOME
				+ "\",\"displayName\":\"Modality Systems\",\"defaultDomainName\":\"videosrv.net\"}"));
		graph(REGISTRATION, "ours", okJson(registration("AzureADMultipleOrgs", CALLBACK, "2027-05-01", allIds())));
	}

	@Test
	void whereAllIsWellEachLineSaysSo() {
		assertThat(examine(ENTRA)).allMatch((finding) -> finding.verdict() == Verdict.ok)
			.extracting(Finding::what)
			.containsExactly("Entra issues a token for our own tenant",
					"Graph describes tenants (ours: Modality Systems)", "our application is for many tenants",
					"Microsoft may lead back to " + CALLBACK, "the registration asks for all permissions",
					"our client secret is good until 2027-05-01");
	}

	@ParameterizedTest(name = "AADSTS{0}: {1}")
	@CsvSource({ "7000215, directory.entra.client-secret", "7000222, directory.entra.client-secret",
			"700027, directory.entra.certificate", "700024, clock", "700016, directory.entra.client-id",
			"7000229, directory.entra.client-id", "90002, directory.entra.home-tenant",
			"4711, https://login.microsoftonline.com/error?code=4711" })
	void aRefusedTokenIsAFailureWithItsFix(int aadsts, String fix) {
		token(HOME, refused(401, "invalid_client", aadsts));
		assertThat(examine(ENTRA)).singleElement().satisfies((finding) -> {
			assertThat(finding.verdict()).isEqualTo(Verdict.failed);
			assertThat(finding.what()).contains("AADSTS" + aadsts).doesNotContain("the secret");
			assertThat(finding.fix()).contains(fix);
		});
	}

	@Test
	void aMissingPermissionInOurOwnTenantIsNamed() {
		graph(OURSELVES, "ours", recorded(403, "graph-forbidden.json"));
		assertThat(failed(ENTRA).fix()).contains("CrossTenantInformation.ReadBasic.All");
	}

	@Test
	void anEntraThatCannotBeReachedIsAFailure() {
		token(HOME, status(503));
		assertThat(failed(ENTRA)).satisfies((finding) -> {
			assertThat(finding.what()).isEqualTo("Entra: answered 503");
			assertThat(finding.fix()).contains("directory.entra.login-url");
		});
	}

	@Test
	void anApplicationOfOneTenantIsAFailure() {
		graph(REGISTRATION, "ours", okJson(registration("AzureADMyOrg", CALLBACK, "2027-05-01", allIds())));
		assertThat(failed(ENTRA).what()).isEqualTo("our application is for one tenant only");
	}

	@Test
	void aCallbackThatIsNotRegisteredIsAFailure() {
		graph(REGISTRATION, "ours",
				okJson(registration("AzureADMultipleOrgs", CALLBACK + "/", "2027-05-01", allIds())));
		assertThat(failed(ENTRA)).satisfies((finding) -> {
			assertThat(finding.what()).isEqualTo("Microsoft may not lead back to " + CALLBACK);
			assertThat(finding.fix()).contains("onboarding.public-url");
		});
	}

	@Test
	void aRequiredPermissionThatIsNotAskedForIsAFailureAndAnotherOneAWarning() {
		graph(REGISTRATION, "ours", okJson(registration("AzureADMultipleOrgs", CALLBACK, "2027-05-01",
				allIds().replace(Permission.CALLS_ACCESS_MEDIA.id().toString(), HOME.asText()))));
		assertThat(failed(ENTRA).what()).isEqualTo("the registration does not ask for Calls.AccessMedia.All");
		graph(REGISTRATION, "ours", okJson(registration("AzureADMultipleOrgs", CALLBACK, "2027-05-01",
				allIds().replace(Permission.CALLS_INITIATE.id().toString(), HOME.asText()))));
		assertThat(only(Verdict.warning, examine(ENTRA)).what())
			.isEqualTo("the registration does not ask for Calls.Initiate.All");
	}

	@ParameterizedTest
	@CsvSource({ "2026-11-19, failed, expired on 2026-11-19", "2026-12-19, warning, expires on 2026-12-19" })
	void aSecretThatEndsIsNamed(String end, Verdict verdict, String words) {
		graph(REGISTRATION, "ours", okJson(registration("AzureADMultipleOrgs", CALLBACK, end, allIds())));
		assertThat(only(verdict, examine(ENTRA))).satisfies((finding) -> {
			assertThat(finding.what()).isEqualTo("our client secret " + words);
			assertThat(finding.fix()).contains("directory.entra.client-secret");
		});
	}

	@ParameterizedTest
	@CsvSource({ "403, graph-forbidden.json", "404, graph-not-found.json" })
	void aRegistrationThatMayNotBeReadIsLookedAtByHand(int status, String file) {
		graph(REGISTRATION, "ours", recorded(status, file));
		assertThat(only(Verdict.warning, examine(ENTRA)).fix()).contains(CALLBACK);
	}

	@Test
	void theConnectorsPageIsLookedAtWhereItIsTheWay() {
		ConsentSettings connector = new ConsentSettings(ConsentSettings.Via.connector,
				URI.create(this.baseUrl + "/adminconsent"), Set.of("Calls.AccessMedia.All"));
		stubFor(get("/adminconsent")
			.willReturn(status(302).withHeader("Location", "https://login.microsoftonline.com")));
		assertThat(examine(connector)).extracting(Finding::what)
			.contains("the Teams Connector's consent page answers")
			.noneMatch((what) -> what.contains("lead back"));
		stubFor(get("/adminconsent").willReturn(ok("<html>")));
		assertThat(examine(connector)).allMatch((finding) -> finding.verdict() == Verdict.ok);
		stubFor(get("/adminconsent").willReturn(status(503)));
		assertThat(only(Verdict.warning, examine(connector)).fix()).contains("directory.consent.connector-url");
	}

	@Test
	void aConnectorThatIsClosedToUsMayBeRightlySo() {
		ConsentSettings connector = new ConsentSettings(ConsentSettings.Via.connector,
				URI.create("http://localhost:1/adminconsent"), Set.of("Calls.AccessMedia.All"));
		assertThat(only(Verdict.warning, examine(connector)).what()).startsWith("Teams Connector: cannot be reached");
	}

	@ParameterizedTest(name = "on {0}: {1}")
	@CsvSource({ "-2, failed, is good from", "1, ok, is good until", "75, warning, expires on",
			"120, failed, expired on" })
	void aCertificateThatEndsIsNamed(int days, Verdict verdict, String words, @TempDir Path folder) {
		Path file = TestCertificate.in(folder, "ours", 100).file();
		EntraSettings settings = new EntraSettings(URI.create(this.baseUrl + "/login"),
				URI.create(this.baseUrl + "/graph"), HOME, UUID.fromString(CLIENT), null, file,
				new Secret(TestCertificate.PASSWORD));
		stubFor(post(urlPathEqualTo("/login/" + HOME + "/oauth2/v2.0/token")).willReturn(issued("ours")));
		Clock clock = Clock.fixed(Instant.now().plusSeconds(days * 86400L), ZoneOffset.UTC);
		List<Finding> findings = RecordedMicrosoft.examination(settings, ENTRA, clock).findings();
		assertThat(findings.get(0)).satisfies((finding) -> {
			assertThat(finding.verdict()).isEqualTo(verdict);
			assertThat(finding.what()).startsWith("our certificate " + words);
		});
		assertThat(findings).extracting(Finding::what).noneMatch((what) -> what.contains("secret"));
	}

	private List<Finding> examine(ConsentSettings consent) {
		return RecordedMicrosoft.examination(RecordedMicrosoft.settings(this.baseUrl), consent).findings();
	}

	private Finding failed(ConsentSettings consent) {
		return only(Verdict.failed, examine(consent));
	}

	private static Finding only(Verdict verdict, List<Finding> findings) {
		assertThat(findings).filteredOn((finding) -> finding.verdict() == verdict).hasSize(1);
		return findings.stream().filter((finding) -> finding.verdict() == verdict).findFirst().orElseThrow();
	}

	private static String allIds() {
		return Arrays.stream(Permission.values())
			.map((permission) -> "{\"id\":\"" + permission.id() + "\",\"type\":\"Role\"}")
			.collect(Collectors.joining(","));
	}

	/**
	 * After https://learn.microsoft.com/graph/api/application-get, with a secret of
	 * others.
	 */
	private static String registration(String audience, String redirect, String secretEnds, String permissions) {
		return """
				{"appId": "%s", "displayName": "OneMeeting CVI", "signInAudience": "%s",
				 "web": {"redirectUris": ["%s", "https://gateway.videosrv.net/adminconsent"]},
				 "passwordCredentials": [
				  {"hint": "xyz", "endDateTime": "2020-01-01T00:00:00Z", "secretText": null},
				  {"hint": "the", "endDateTime": "%sT00:00:00Z", "secretText": null}],
				 "requiredResourceAccess": [
				  {"resourceAppId": "00000003-0000-0000-c000-000000000000", "resourceAccess": [%s]}]}
				""".formatted(CLIENT, audience, redirect, secretEnds, permissions);
	}

}
