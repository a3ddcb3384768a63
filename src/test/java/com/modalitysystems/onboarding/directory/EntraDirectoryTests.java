package com.modalitysystems.onboarding.directory;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import com.modalitysystems.onboarding.customer.DomainName;
import com.modalitysystems.onboarding.customer.Tenant;
import com.modalitysystems.onboarding.customer.TenantId;
import com.modalitysystems.onboarding.customer.TenantIdentifier;
import com.modalitysystems.onboarding.directory.TenantLookup.Found;
import com.modalitysystems.onboarding.directory.TenantLookup.Reason;
import com.modalitysystems.onboarding.directory.TenantLookup.Refused;
import com.modalitysystems.onboarding.http.RemoteCallFailed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.verify;
import static com.modalitysystems.onboarding.directory.RecordedMicrosoft.CONTOSO;
import static com.modalitysystems.onboarding.directory.RecordedMicrosoft.HOME;
import static com.modalitysystems.onboarding.directory.RecordedMicrosoft.TENANT_INFORMATION;
import static com.modalitysystems.onboarding.directory.RecordedMicrosoft.discovery;
import static com.modalitysystems.onboarding.directory.RecordedMicrosoft.graph;
import static com.modalitysystems.onboarding.directory.RecordedMicrosoft.issued;
import static com.modalitysystems.onboarding.directory.RecordedMicrosoft.recorded;
import static com.modalitysystems.onboarding.directory.RecordedMicrosoft.refused;
import static com.modalitysystems.onboarding.directory.RecordedMicrosoft.status;
import static com.modalitysystems.onboarding.directory.RecordedMicrosoft.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@WireMockTest
class EntraDirectoryTests {

	private static final DomainName DOMAIN = DomainName.of("contoso.com");

	private String baseUrl;

	private EntraDirectory directory;

	@BeforeEach
	void reachMicrosoft(WireMockRuntimeInfo microsoft) {
		this.baseUrl = microsoft.getHttpBaseUrl();
		this.directory = RecordedMicrosoft.directory(this.baseUrl);
		token(HOME, issued("our-own"));
		graph(TENANT_INFORMATION, "our-own", recorded("tenant-information-contoso.json"));
	}

	@Test
	void aDomainIsFoundWithItsGuidNameAndDefaultDomain() {
		discovery("contoso.com", recorded("discovery-contoso.json"));
		assertThat(this.directory.find(DOMAIN))
			.isEqualTo(new Found(new Tenant(CONTOSO, "Contoso, Ltd", "CONTOSO18839.onmicrosoft.com")));
	}

	@Test
	void aGuidIsFoundWithItsNameAndDefaultDomain() {
		discovery(CONTOSO.asText(), recorded("discovery-contoso.json"));
		assertThat(this.directory.find(CONTOSO))
			.isEqualTo(new Found(new Tenant(CONTOSO, "Contoso, Ltd", "CONTOSO18839.onmicrosoft.com")));
	}

	@ParameterizedTest(name = "{0} is {1}")
	@CsvSource({ "discovery-us-government.json, otherCloud", "discovery-china.json, otherCloud",
			"discovery-consumers.json, consumers" })
	void aTenantThatWeCannotOnboardIsRefused(String file, Reason reason) {
		discovery("contoso.com", recorded(file));
		assertThat(this.directory.find(DOMAIN)).isEqualTo(new Refused(reason));
	}

	@Test
	void aTenantOfTheUsGovernmentsCommunityCloudIsFoundSinceItLivesInTheWorldwideOne() {
		discovery("contoso.com", recorded("discovery-gcc.json"));
		assertThat(this.directory.find(DOMAIN)).isInstanceOf(Found.class);
	}

	@ParameterizedTest
	@CsvSource({ "login.microsoftonline.us", "login.partner.microsoftonline.cn", "LOGIN.microsoftonline.us" })
	void anIssuerOfANationalCloudIsEnoughToRefuse(String host) {
		discovery("contoso.com", okJson("{\"issuer\":\"https://" + host + "/" + CONTOSO + "/v2.0\"}"));
		assertThat(this.directory.find(DOMAIN)).isEqualTo(new Refused(Reason.otherCloud));
	}

	@Test
	void ourOwnTenantIsRefusedWithoutAsking() {
		assertThat(this.directory.find(HOME)).isEqualTo(new Refused(Reason.ours));
		verify(0, getRequestedFor(anyUrl()));
	}

	@Test
	void aDomainOfOurOwnTenantIsRefused() {
		discovery("videosrv.net", okJson("{\"issuer\":\"https://login.microsoftonline.com/" + HOME + "/v2.0\"}"));
		assertThat(this.directory.find(DomainName.of("videosrv.net"))).isEqualTo(new Refused(Reason.ours));
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource({ "400", "404" })
	void aTenantThatGraphDoesNotKnowIsFoundUnderTheNameItWasAskedFor(int status) {
		discovery("contoso.com", recorded("discovery-contoso.json"));
		graph(TENANT_INFORMATION, "our-own", recorded(status, "graph-not-found.json"));
		assertThat(this.directory.find(DOMAIN)).isEqualTo(new Found(new Tenant(CONTOSO, "contoso.com", "contoso.com")));
	}

	@Test
	void aDescriptionOfAnotherTenantIsNotBelieved() {
		discovery("contoso.com", recorded("discovery-contoso.json"));
		graph(TENANT_INFORMATION, "our-own",
				okJson("{\"tenantId\":\"" + HOME + "\",\"displayName\":\"Fabrikam\",\"defaultDomainName\":\"f.com\"}"));
		assertThat(this.directory.find(DOMAIN)).isEqualTo(new Found(new Tenant(CONTOSO, "contoso.com", "contoso.com")));
	}

	@Test
	void aGuidThatLeadsToAnotherTenantIsAFailure() {
		TenantId other = TenantId.of("bbbbcccc-1111-dddd-2222-eeee3333ffff");
		discovery(other.asText(), recorded("discovery-contoso.json"));
		assertThat(failure(other)).hasMessage("Entra: described another tenant than the one asked for");
	}

	@Test
	void aPermissionThatWeLackInOurOwnTenantIsOurFault() {
		discovery("contoso.com", recorded("discovery-contoso.json"));
		graph(TENANT_INFORMATION, "our-own", recorded(403, "graph-forbidden.json"));
		assertThatExceptionOfType(PlatformFault.class).isThrownBy(() -> this.directory.find(DOMAIN))
			.withMessageContaining("CrossTenantInformation.ReadBasic.All");
	}

	@ParameterizedTest(name = "AADSTS{0}")
	@CsvSource({ "7000222, our client secret has expired", "7000229, the application has no service principal",
			"4711, look the number up" })
	void whateverIsRefusedToUsInOurOwnTenantIsOurFault(int aadsts, String words) {
		discovery("contoso.com", recorded("discovery-contoso.json"));
		token(HOME, refused(401, "invalid_client", aadsts));
		assertThatExceptionOfType(PlatformFault.class).isThrownBy(() -> this.directory.find(DOMAIN))
			.withMessageContaining("AADSTS" + aadsts)
			.withMessageContaining(words)
			.withMessageNotContaining("the secret");
	}

	@Test
	void aRedirectIsNotFollowed() {
		discovery("contoso.com", temporaryRedirect(this.baseUrl + "/elsewhere"));
		assertThat(failure(DOMAIN)).hasMessage("Entra: answered 302");
		verify(0, getRequestedFor(urlEqualTo("/elsewhere")));
	}

	@Test
	void anAnswerWithoutAnIssuerIsAFailure() {
		discovery("contoso.com", ok("{}"));
		assertThat(failure(DOMAIN)).hasMessage("Entra: described a tenant without its GUID");
	}

	@Test
	void anErrorThatWeDoNotKnowIsAFailureAndNotAnUnknownTenant() {
		discovery("contoso.com", refused(400, "invalid_request", 4711));
		assertThat(failure(DOMAIN)).hasMessage("Entra: answered 400");
	}

	@Test
	void aBusyEntraIsAFailureThatSaysHowLongToWait() {
		discovery("contoso.com", status(429).withHeader("Retry-After", "7"));
		assertThat(failure(DOMAIN).retryAfter()).isEqualTo(Duration.ofSeconds(7));
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource({ "429, 7", "503, 'Fri, 20 Nov 2026 12:00:07 GMT'" })
	void aBusyGraphIsAskedOnceAndIsAFailureThatSaysHowLongToWait(int status, String retryAfter) {
		discovery("contoso.com", recorded("discovery-contoso.json"));
		graph(TENANT_INFORMATION, "our-own", status(status).withHeader("Retry-After", retryAfter)
			.withHeader("Date", "Fri, 20 Nov 2026 12:00:00 GMT"));
		RemoteCallFailed failure = failure(DOMAIN);
		assertThat(failure).hasMessage("Graph: answered " + status + " and asks to wait 7 s");
		assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(7));
		verify(1, getRequestedFor(urlPathEqualTo(TENANT_INFORMATION)));
	}

	@Test
	void aGraphThatCutsTheConnectionIsAFailure() {
		discovery("contoso.com", recorded("discovery-contoso.json"));
		graph(TENANT_INFORMATION, "our-own", ok().withFault(Fault.CONNECTION_RESET_BY_PEER));
		assertThat(failure(DOMAIN)).hasMessageStartingWith("Graph: cannot be reached, or cut the connection");
	}

	@Test
	void aGraphThatRedirectsIsAFailure() {
		discovery("contoso.com", recorded("discovery-contoso.json"));
		graph(TENANT_INFORMATION, "our-own", temporaryRedirect(this.baseUrl + "/elsewhere"));
		assertThat(failure(DOMAIN)).hasMessage("Graph: answered 302");
		verify(0, getRequestedFor(urlEqualTo("/elsewhere")));
	}

	@Test
	void aGraphThatCannotBeReadIsAFailure() {
		discovery("contoso.com", recorded("discovery-contoso.json"));
		graph(TENANT_INFORMATION, "our-own", okJson("<html>jane@contoso.com</html>"));
		assertThat(failure(DOMAIN)).hasMessage("Graph: answered with something that cannot be read").hasNoCause();
	}

	@Test
	void consentIsGivenOnMicrosoftsPageForTheRecordedTenant() {
		assertThat(this.directory.consentPage(TestCustomers.contoso(), "a+b/c=")).isEqualTo(URI.create(this.baseUrl
				+ "/login/" + CONTOSO + "/v2.0/adminconsent" + "?client_id=2b6f4c1e-8a3d-4f7b-9c25-51e0d7a8b3f6"
				+ "&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default"
				+ "&redirect_uri=https%3A%2F%2Fonboarding.videosrv.net%2Fconsent%2Fcallback" + "&state=a%2Bb%2Fc%3D"));
	}

	@Test
	void consentIsGivenOnTheConnectorsPageWhereThatIsTheWay() {
		URI connector = URI.create("https://modalitygw1.eu.teams.videosrv.net/adminconsent");
		EntraDirectory directory = RecordedMicrosoft.directory(this.baseUrl,
				new ConsentSettings(ConsentSettings.Via.connector, connector, Set.of("Calls.AccessMedia.All")));
		assertThat(directory.consentPage(TestCustomers.contoso(), "state")).isEqualTo(connector);
	}

	private RemoteCallFailed failure(TenantIdentifier tenant) {
		return catchThrowableOfType(RemoteCallFailed.class, () -> this.directory.find(tenant));
	}

}
