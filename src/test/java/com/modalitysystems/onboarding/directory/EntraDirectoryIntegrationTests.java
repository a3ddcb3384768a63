package com.modalitysystems.onboarding.directory;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.modalitysystems.onboarding.HouseTest;
import com.modalitysystems.onboarding.customer.Consent;
import com.modalitysystems.onboarding.customer.Consent.Item;
import com.modalitysystems.onboarding.customer.Consent.Outcome;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.DomainName;
import com.modalitysystems.onboarding.customer.Permission;
import com.modalitysystems.onboarding.customer.Secret;
import com.modalitysystems.onboarding.customer.Tenant;
import com.modalitysystems.onboarding.customer.TenantId;
import com.modalitysystems.onboarding.directory.TenantLookup.Found;
import com.modalitysystems.onboarding.directory.TenantLookup.Reason;
import com.modalitysystems.onboarding.directory.TenantLookup.Refused;
import com.modalitysystems.onboarding.doctor.Finding.Verdict;
import com.modalitysystems.onboarding.http.HttpClients;
import com.modalitysystems.onboarding.http.MicrosoftTokens;
import com.modalitysystems.onboarding.http.RemoteCallFailed;
import com.modalitysystems.onboarding.http.TestCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@HouseTest
class EntraDirectoryIntegrationTests extends TenantDirectoryContract {

	@Autowired
	private DirectoryExamination examination;

	@Autowired
	private EntraSettings settings;

	@Autowired
	private HttpClients http;

	private RestClient sandbox;

	private final TenantId tenant = new TenantId(UUID.randomUUID());

	private final DomainName domain = DomainName.of("t" + this.tenant.asText() + ".example");

	private final Customer customer = TestCustomers.awaitingConsentOf(this.tenant);

	@BeforeEach
	void reachTheSandbox() {
		this.sandbox = RestClient.create(this.environment.getRequiredProperty("sandbox.url"));
	}

	@AfterEach
	void repairTheWorld() {
		this.sandbox.delete().uri("/faults").retrieve().toBodilessEntity();
	}

	@Test
	void aTenantIsFoundByItsDomainAndByItsGuid() {
		tenantIs(Map.of());
		Found tailspin = new Found(new Tenant(this.tenant, "Tailspin Toys", this.domain.value()));
		assertThat(this.directory.find(this.domain)).isEqualTo(tailspin);
		assertThat(this.directory.find(this.tenant)).isEqualTo(tailspin);
	}

	@Override
	TenantId consented() {
		tenantIs(Map.of("consent", "granted"));
		return this.tenant;
	}

	@Override
	DomainName domainOfConsented() {
		return this.domain;
	}

	@Override
	TenantId stranger() {
		tenantIs(Map.of("consent", "none"));
		return this.tenant;
	}

	@Test
	void theSandboxIsExaminedWithoutAComplaint() {
		assertThat(this.examination.findings()).hasSize(6)
			.allSatisfy((finding) -> assertThat(finding.verdict()).as(finding.what()).isEqualTo(Verdict.ok));
	}

	@Test
	void aCertificateIsGoodForATokenOnceItIsRegistered(@TempDir Path folder) {
		TestCertificate certificate = TestCertificate.in(folder, "ours", 3650);
		EntraTokens tokens = new EntraTokens(new MicrosoftTokens(this.http),
				new EntraSettings(this.settings.loginUrl(), this.settings.graphUrl(), this.settings.homeTenant(),
						this.settings.clientId(), null, certificate.file(), new Secret(TestCertificate.PASSWORD)));
		assertThatExceptionOfType(PlatformFault.class).isThrownBy(tokens::ofOurOwnTenant)
			.withMessageContaining("AADSTS700027");
		String registration = "/applications/" + this.settings.clientId() + "/certificate";
		this.sandbox.put()
			.uri(registration)
			.contentType(MediaType.TEXT_PLAIN)
			.body(certificate.pem())
			.retrieve()
			.toBodilessEntity();
		assertThat(tokens.ofOurOwnTenant()).isNotEmpty();
		assertThat(tokens.ofCustomer(consented())).isNotEmpty();
		this.sandbox.delete().uri(registration).retrieve().toBodilessEntity();
	}

	@ParameterizedTest
	@CsvSource({ "usGovernment", "usDefense", "china" })
	void aTenantOfANationalCloudIsRefused(String cloud) {
		tenantIs(Map.of("cloud", cloud));
		assertThat(this.directory.find(this.domain)).isEqualTo(new Refused(Reason.otherCloud));
	}

	@ParameterizedTest(name = "a tenant whose consent is {0} is {1}")
	@CsvSource({ "none, notYet", "granted, verified", "incomplete, incomplete", "blocked, blocked" })
	void consentIsWhatTheTenantSays(String consent, Outcome outcome) {
		tenantIs(Map.of("consent", consent));
		assertThat(look().outcome()).isEqualTo(outcome);
	}

	@Test
	void whatIsMissingIsNamed() {
		tenantIs(Map.of("consent", "incomplete", "missing", List.of("Calls.AccessMedia.All")));
		assertThat(look().items()).containsEntry(Permission.CALLS_ACCESS_MEDIA, Item.missing)
			.containsEntry(Permission.USER_READ_ALL, Item.granted)
			.containsEntry(Permission.USER_READ, Item.notCheckable);
	}

	@Test
	void everyPermissionIsCheckedByItsIdWhereTheTenantLetsUs() {
		tenantIs(Map.of("consent", "granted", "readableAssignments", true));
		assertThat(look().items()).hasSize(9)
			.allSatisfy((permission, item) -> assertThat(item).isEqualTo(Item.granted));
	}

	@Test
	void consentThatStillSpreadsIsNotYetAndThenVerified() {
		tenantIs(Map.of("consent", "spreading", "looks", 2));
		assertThat(look().outcome()).isEqualTo(Outcome.notYet);
		assertThat(look().outcome()).isEqualTo(Outcome.notYet);
		assertThat(look().outcome()).isEqualTo(Outcome.verified);
	}

	@Test
	void consentThatIsTakenBackIsSeenAtTheNextLook() {
		tenantIs(Map.of("consent", "granted"));
		assertThat(look().outcome()).isEqualTo(Outcome.verified);
		tenantIs(Map.of("consent", "none"));
		assertThat(look().outcome()).isEqualTo(Outcome.notYet);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource({ "login, Entra", "graph, Graph" })
	void aBusyMicrosoftIsAFailure(String target, String system) {
		tenantIs(Map.of("consent", "granted"));
		this.sandbox.put()
			.uri("/faults")
			.contentType(MediaType.APPLICATION_JSON)
			.body(List.of(Map.of("target", target, "times", 1, "status", 429, "retryAfter", 2)))
			.retrieve()
			.toBodilessEntity();
		assertThat(catchThrowableOfType(RemoteCallFailed.class, this::look))
			.hasMessage(system + ": answered 429 and asks to wait 2 s");
		assertThat(look().outcome()).isEqualTo(Outcome.verified);
	}

	private Consent look() {
		return this.directory.consentOf(this.customer);
	}

	private void tenantIs(Map<String, Object> what) {
		Map<String, Object> tenant = new LinkedHashMap<>(what);
		tenant.put("displayName", "Tailspin Toys");
		tenant.put("domains", List.of(this.domain.value()));
		this.sandbox.put()
			.uri("/tenants/{id}", this.tenant.asText())
			.contentType(MediaType.APPLICATION_JSON)
			.body(tenant)
			.retrieve()
			.toBodilessEntity();
	}

}
