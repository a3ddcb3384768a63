package com.modalitysystems.onboarding.directory;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import com.modalitysystems.onboarding.customer.Consent;
import com.modalitysystems.onboarding.customer.Consent.Item;
import com.modalitysystems.onboarding.customer.Consent.Outcome;
import com.modalitysystems.onboarding.customer.Permission;
import com.modalitysystems.onboarding.customer.TenantId;
import com.modalitysystems.onboarding.http.Clients;
import com.modalitysystems.onboarding.http.RemoteCallFailed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.verify;
import static com.modalitysystems.onboarding.directory.RecordedMicrosoft.ASSIGNMENTS;
import static com.modalitysystems.onboarding.directory.RecordedMicrosoft.CONTOSO;
import static com.modalitysystems.onboarding.directory.RecordedMicrosoft.GRANTS;
import static com.modalitysystems.onboarding.directory.RecordedMicrosoft.ORGANIZATION;
import static com.modalitysystems.onboarding.directory.RecordedMicrosoft.SERVICE_PRINCIPAL;
import static com.modalitysystems.onboarding.directory.RecordedMicrosoft.graph;
import static com.modalitysystems.onboarding.directory.RecordedMicrosoft.issued;
import static com.modalitysystems.onboarding.directory.RecordedMicrosoft.jwt;
import static com.modalitysystems.onboarding.directory.RecordedMicrosoft.recorded;
import static com.modalitysystems.onboarding.directory.RecordedMicrosoft.refused;
import static com.modalitysystems.onboarding.directory.RecordedMicrosoft.status;
import static com.modalitysystems.onboarding.directory.RecordedMicrosoft.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@WireMockTest
class ConsentCheckTests {

	private static final TenantId FABRIKAM = TenantId.of("bbbbcccc-1111-dddd-2222-eeee3333ffff");

	private static final String OPAQUE = "EwBgA8l6BAAU-opaque";

	private static final String LATER = "/graph/v1.0/later";

	private String baseUrl;

	private EntraDirectory directory;

	@BeforeEach
	void reachMicrosoft(WireMockRuntimeInfo microsoft) {
		this.baseUrl = microsoft.getHttpBaseUrl();
		this.directory = RecordedMicrosoft.directory(this.baseUrl);
	}

	@Test
	void consentIsVerifiedWithEachPermissionByItsId() {
		tenantOpensEverythingTo(OPAQUE);
		Consent consent = look();
		assertThat(consent.outcome()).isEqualTo(Outcome.verified);
		assertThat(consent.items()).hasSize(9)
			.allSatisfy((permission, item) -> assertThat(item).isEqualTo(Item.granted));
		assertThat(consent.lookedAt()).isEqualTo(Clients.NOW);
	}

	@Test
	void consentIsVerifiedWithEachPermissionByTheTokenWhereTheDirectoryMayNotBeRead() {
		String token = jwt(all());
		tenantOpensOnlyTheOrganizationTo(token);
		Consent consent = look();
		assertThat(consent.outcome()).isEqualTo(Outcome.verified);
		assertThat(consent.items()).isEqualTo(items(Item.granted));
	}

	@ParameterizedTest
	@ValueSource(strings = { OPAQUE, "a.b.c", "a.W10.c", "a.b.c.d.e", "..", "a.bnVsbA.c" })
	void consentIsVerifiedWithoutItemsWhereNothingCanBeRead(String token) {
		tenantOpensOnlyTheOrganizationTo(token);
		Consent consent = look();
		assertThat(consent.outcome()).isEqualTo(Outcome.verified);
		assertThat(consent.items()).isEqualTo(items(Item.notCheckable));
	}

	@Test
	void namesOfPermissionsAreComparedWithoutTheCaseOfLetters() {
		tenantOpensOnlyTheOrganizationTo(jwt(all().replace("JoinGroupCallAsGuest", "JoinGroupCallasGuest")));
		assertThat(look().outcome()).isEqualTo(Outcome.verified);
	}

	@Test
	void permissionsThatAreOnlyAskedForMayBeMissing() {
		tenantOpensOnlyTheOrganizationTo(jwt(without("Calls.Initiate.All", "OnlineMeetings.ReadWrite.All")));
		Consent consent = look();
		assertThat(consent.outcome()).isEqualTo(Outcome.verified);
		assertThat(consent.items()).containsEntry(Permission.CALLS_INITIATE, Item.missing)
			.containsEntry(Permission.ONLINE_MEETINGS_READ_WRITE, Item.missing)
			.containsEntry(Permission.CALLS_ACCESS_MEDIA, Item.granted);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Calls.JoinGroupCall.All", "Calls.JoinGroupCallAsGuest.All", "Calls.AccessMedia.All",
			"OnlineMeetings.Read.All" })
	void consentWithoutARequiredPermissionIsIncomplete(String missing) {
		tenantOpensOnlyTheOrganizationTo(jwt(without(missing)));
		Consent consent = look();
		assertThat(consent.outcome()).isEqualTo(Outcome.incomplete);
		assertThat(missing(consent)).containsExactly(missing);
	}

	@Test
	void consentWithoutARequiredPermissionByItsIdIsIncomplete() {
		tenantOpensEverythingTo(OPAQUE);
		graph(ASSIGNMENTS, OPAQUE, recorded("app-role-assignments-without-media.json"));
		Consent consent = look();
		assertThat(consent.outcome()).isEqualTo(Outcome.incomplete);
		assertThat(missing(consent)).containsExactly("Calls.AccessMedia.All");
	}

	@Test
	void permissionsOnALaterPageCount() {
		tenantOpensEverythingTo(OPAQUE);
		graph(ASSIGNMENTS, OPAQUE, page("df021288-bdef-4463-88db-98f22de89214", this.baseUrl + LATER));
		graph(LATER, OPAQUE, recorded("app-role-assignments-without-media.json"));
		assertThat(missing(look())).containsExactly("Calls.AccessMedia.All");
		graph(LATER, OPAQUE, recorded("app-role-assignments.json"));
		assertThat(look().outcome()).isEqualTo(Outcome.verified);
	}

	@Test
	void aPageOnAnotherHostIsNotAskedFor() {
		tenantOpensEverythingTo(OPAQUE);
		graph(ASSIGNMENTS, OPAQUE,
				page("df021288-bdef-4463-88db-98f22de89214", this.baseUrl.replace("localhost", "127.0.0.1") + LATER));
		assertThat(failure()).hasMessage("Graph: led to another host, which is not called");
	}

	@Test
	void pagesWithoutAnEndProveNothingMissing() {
		tenantOpensEverythingTo(OPAQUE);
		graph(ASSIGNMENTS, OPAQUE, page("df021288-bdef-4463-88db-98f22de89214", this.baseUrl + ASSIGNMENTS));
		assertThat(look().items()).containsEntry(Permission.CALLS_ACCESS_MEDIA, Item.notCheckable);
		verify(11, getRequestedFor(urlPathEqualTo(ASSIGNMENTS)));
	}

	private static ResponseDefinitionBuilder page(String role, String next) {
		return okJson("{\"@odata.nextLink\":\"" + next + "\",\"value\":[{\"appRoleId\":\"" + role + "\"}]}");
	}

	@Test
	void consentThatLacksThePermissionForOurProofIsIncomplete() {
		String token = jwt(without("User.Read.All"));
		tenantForbidsEverythingTo(token);
		Consent consent = look();
		assertThat(consent.outcome()).isEqualTo(Outcome.incomplete);
		assertThat(missing(consent)).containsExactly("User.Read.All");
	}

	@Test
	void aTokenThatHasNotLearntOfTheDirectorysRecordYetIsNotYet() {
		String token = jwt("");
		tenantOpensEverythingTo(token);
		assertThat(look().outcome()).isEqualTo(Outcome.notYet);
	}

	@Test
	void aDirectoryThatHasNotLearntOfTheTokensRolesYetIsNotYet() {
		String token = jwt(all());
		tenantOpensEverythingTo(token);
		graph(ASSIGNMENTS, token, recorded("app-role-assignments-without-media.json"));
		assertThat(look().outcome()).isEqualTo(Outcome.notYet);
	}

	@Test
	void aTokenWithoutRolesIsNotYetEvenIfTheOrganizationAnswers() {
		tenantOpensOnlyTheOrganizationTo(jwt(null));
		Consent consent = look();
		assertThat(consent.outcome()).isEqualTo(Outcome.notYet);
		assertThat(missing(consent)).hasSize(8);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"value\":[{\"id\":\"bbbbcccc-1111-dddd-2222-eeee3333ffff\"}]}", "{\"value\":[]}",
			"{\"value\":[{\"id\":null}]}",
			"{\"value\":[{\"id\":\"6babcaad-604b-40ac-a9d7-9fd97c0b779f\"},{\"id\":\"bbbbcccc-1111-dddd-2222-eeee3333ffff\"}]}" })
	void anOrganizationThatIsNotTheRecordedTenantIsNeverVerified(String organizations) {
		tenantOpensEverythingTo(OPAQUE);
		graph(ORGANIZATION, OPAQUE, okJson(organizations));
		assertThat(look().outcome()).isEqualTo(Outcome.notYet);
	}

	@Test
	void anApplicationThatTheTenantSwitchedOffIsBlocked() {
		tenantOpensEverythingTo(OPAQUE);
		graph(SERVICE_PRINCIPAL, OPAQUE, recorded("service-principal-disabled.json"));
		assertThat(look().outcome()).isEqualTo(Outcome.blocked);
	}

	@ParameterizedTest(name = "AADSTS{0}")
	@CsvSource({ "7000215, our client secret is wrong", "7000222, our client secret has expired",
			"7000218, neither secret nor assertion", "700027, certificate", "700024, clock", "700030, certificate",
			"50194, many tenants", "70011, scope" })
	void aRefusalThatIsOurFaultSaysNothingOfTheCustomer(int aadsts, String words) {
		token(CONTOSO, refused(401, "invalid_client", aadsts));
		assertThatExceptionOfType(PlatformFault.class).isThrownBy(this::look)
			.withMessageContaining("AADSTS" + aadsts)
			.withMessageContaining(words)
			.withMessageNotContaining("the secret");
	}

	@ParameterizedTest(name = "AADSTS{0}")
	@ValueSource(ints = { 90055, 50196, 90033 })
	void aRefusalThatAsksForPatienceIsAFailure(int aadsts) {
		token(CONTOSO, refused(400, "invalid_request", aadsts));
		assertThat(failure()).hasMessage("Entra: is busy (AADSTS" + aadsts + ")");
	}

	@Test
	void whatIsMissingIsNamedWhenNobodyConsented() {
		token(CONTOSO, refused(401, "invalid_client", 7000229));
		assertThat(look().items()).isEqualTo(items(Item.missing));
	}

	@Test
	void anAdministratorWhoCameBackFromAnotherTenantConsentedInTheWrongOne() {
		token(CONTOSO, refused(401, "invalid_client", 7000229));
		assertThat(this.directory.consentOf(TestCustomers.contosoBackFrom(FABRIKAM)).outcome())
			.isEqualTo(Outcome.wrongTenant);
	}

	@Test
	void anAdministratorWhoCameBackFromTheRecordedTenantIsNotInTheWrongOne() {
		token(CONTOSO, refused(401, "invalid_client", 7000229));
		assertThat(this.directory.consentOf(TestCustomers.contosoBackFrom(CONTOSO)).outcome())
			.isEqualTo(Outcome.notYet);
	}

	@Test
	void whatTheAddressClaimsDoesNotMatterWhenTheRecordedTenantGranted() {
		tenantOpensEverythingTo(OPAQUE);
		assertThat(this.directory.consentOf(TestCustomers.contosoBackFrom(FABRIKAM)).outcome())
			.isEqualTo(Outcome.verified);
	}

	@Test
	void everyLookAsksForATokenOfItsOwn() {
		token(CONTOSO, issued(jwt(null)));
		tenantForbidsEverythingTo(jwt(null));
		assertThat(look().outcome()).isEqualTo(Outcome.notYet);
		tenantOpensOnlyTheOrganizationTo(jwt(all()));
		assertThat(look().outcome()).isEqualTo(Outcome.verified);
		verify(2, postRequestedFor(urlPathEqualTo("/login/" + CONTOSO + "/oauth2/v2.0/token")));
	}

	@ParameterizedTest
	@ValueSource(strings = { ORGANIZATION, SERVICE_PRINCIPAL, ASSIGNMENTS, GRANTS })
	void aBusyGraphIsAskedOnceAndIsAFailure(String path) {
		tenantOpensEverythingTo(OPAQUE);
		graph(path, OPAQUE, status(429).withHeader("Retry-After", "12"));
		assertThat(failure().retryAfter()).isEqualTo(Duration.ofSeconds(12));
		verify(1, getRequestedFor(urlPathEqualTo(path)));
	}

	@ParameterizedTest
	@ValueSource(strings = { ORGANIZATION, SERVICE_PRINCIPAL, ASSIGNMENTS, GRANTS })
	void aGraphThatCannotBeReadIsAFailure(String path) {
		tenantOpensEverythingTo(OPAQUE);
		graph(path, OPAQUE, okJson("<html>jane@contoso.com</html>"));
		assertThat(failure()).hasMessage("Graph: answered with something that cannot be read");
	}

	@Test
	void anEmptyAnswerOfTheOrganizationIsAFailure() {
		tenantOpensEverythingTo(OPAQUE);
		graph(ORGANIZATION, OPAQUE, ok("{}").withHeader("Content-Type", "application/json"));
		assertThat(failure()).hasMessage("Graph: answered without what was asked for");
	}

	private Consent look() {
		return this.directory.consentOf(TestCustomers.contoso());
	}

	private RemoteCallFailed failure() {
		return catchThrowableOfType(RemoteCallFailed.class, this::look);
	}

	private static void tenantOpensEverythingTo(String token) {
		token(CONTOSO, issued(token));
		graph(ORGANIZATION, token, recorded("organization-contoso.json"));
		graph(SERVICE_PRINCIPAL, token, recorded("service-principal.json"));
		graph(ASSIGNMENTS, token, recorded("app-role-assignments.json"));
		graph(GRANTS, token, recorded("oauth2-permission-grants.json"));
	}

	private static void tenantForbidsEverythingTo(String token) {
		token(CONTOSO, issued(token));
		List.of(ORGANIZATION, SERVICE_PRINCIPAL, ASSIGNMENTS, GRANTS)
			.forEach((path) -> graph(path, token, recorded(403, "graph-forbidden.json")));
	}

	private static void tenantOpensOnlyTheOrganizationTo(String token) {
		tenantForbidsEverythingTo(token);
		graph(ORGANIZATION, token, recorded("organization-contoso.json"));
	}

	private static String all() {
		return without();
	}

	private static String without(String... missing) {
		return Arrays.stream(Permission.values())
			.filter((permission) -> !permission.isDelegated())
			.map(Permission::graphName)
			.filter((name) -> !Set.of(missing).contains(name))
			.map((name) -> "\"" + name + "\"")
			.collect(Collectors.joining(","));
	}

	private static List<String> missing(Consent consent) {
		return consent.items()
			.entrySet()
			.stream()
			.filter((item) -> item.getValue() == Item.missing)
			.map((item) -> item.getKey().graphName())
			.toList();
	}

	/**
	 * The same answer for every application permission; the delegated one tells nothing.
	 */
	private static Map<Permission, Item> items(Item item) {
		Map<Permission, Item> items = new EnumMap<>(Permission.class);
		Arrays.stream(Permission.values())
			.forEach((permission) -> items.put(permission, permission.isDelegated() ? Item.notCheckable : item));
		return items;
	}

}
