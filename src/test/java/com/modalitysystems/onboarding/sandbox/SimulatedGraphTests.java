package com.modalitysystems.onboarding.sandbox;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.modalitysystems.onboarding.HouseTest;
import com.modalitysystems.onboarding.sandbox.Outside.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@HouseTest
class SimulatedGraphTests {

	@LocalServerPort
	private int port;

	private Outside outside;

	@BeforeEach
	void connect() {
		this.outside = new Outside(this.port);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/organization", "/users", "/servicePrincipals(appId='" + Outside.VIDEO_APP + "')",
			"/oauth2PermissionGrants",
			"/tenantRelationships/findTenantInformationByDomainName(domainName='contoso.com')" })
	void callerWithoutATokenForGraphIsUnknown(String path) {
		assertRefused(this.outside.get("/graph/v1.0" + path), 401, "InvalidAuthenticationToken");
		assertRefused(this.outside.graph("nonsense", path), 401, "InvalidAuthenticationToken");
		assertRefused(this.outside.graph(this.outside.azureToken(), path), 401, "InvalidAuthenticationToken");
	}

	@Test
	void ourOwnTenantMayLookUpOthers() {
		String token = this.outside.graphToken(Outside.HOME);
		JsonNode byId = this.outside
			.graph(token,
					"/tenantRelationships/findTenantInformationByTenantId(tenantId='"
							+ "11111111-1111-4111-8111-111111111111')")
			.json();
		assertThat(byId.path("displayName").asText()).isEqualTo("Contoso");
		assertThat(byId.path("defaultDomainName").asText()).isEqualTo("contoso.com");
		assertThat(byId.has("federationBrandName")).isTrue();
		JsonNode byDomain = this.outside
			.graph(token,
					"/tenantRelationships/findTenantInformationByDomainName(domainName='contoso.onmicrosoft.com')")
			.json();
		assertThat(byDomain.path("tenantId")).isEqualTo(byId.path("tenantId"));
	}

	@Test
	void othersMayNot() {
		String token = this.outside.graphToken(this.outside.tenant("granted"));
		assertRefused(
				this.outside.graph(token,
						"/tenantRelationships/findTenantInformationByDomainName(domainName='contoso.com')"),
				403, "Authorization_RequestDenied");
	}

	@ParameterizedTest
	@CsvSource({ "findTenantInformationByTenantId(tenantId='99999999-0000-4000-8000-000000000000'), 404",
			"findTenantInformationByTenantId(tenantId='nonsense'), 400",
			"findTenantInformationByDomainName(domainName='nobody.example'), 404" })
	void unknownTenantIsNotFound(String call, int status) {
		assertThat(this.outside.graph(this.outside.graphToken(Outside.HOME), "/tenantRelationships/" + call).status())
			.isEqualTo(status);
	}

	@Test
	void organizationIsTheCallersOwn() {
		String tenant = this.outside.tenant("granted");
		JsonNode organization = this.outside
			.graph(this.outside.graphToken(tenant), "/organization?$select=id,displayName,verifiedDomains")
			.json()
			.path("value")
			.path(0);
		assertThat(organization.path("id").asText()).isEqualTo(tenant);
		assertThat(organization.path("verifiedDomains").path(0).path("isDefault").asBoolean()).isTrue();
		assertThat(organization.has("countryLetterCode")).isFalse();
	}

	@Test
	void propertyThatGraphDoesNotKnowIsRefused() {
		String token = this.outside.graphToken(this.outside.tenant("granted"));
		assertRefused(this.outside.graph(token, "/organization?$select=id,dispalyName"), 400, "BadRequest");
	}

	@Test
	void organizationIsClosedWithoutTheRole() {
		String tenant = this.outside.tenant("incomplete");
		this.outside.json("PUT", "/tenants/" + tenant, "{\"missing\": [\"User.Read.All\"]}");
		String token = this.outside.graphToken(tenant);
		assertRefused(this.outside.graph(token, "/organization"), 403, "Authorization_RequestDenied");
		assertRefused(this.outside.graph(token, "/users?$top=1"), 403, "Authorization_RequestDenied");
	}

	@Test
	void applicationMayReadItselfAndNoOther() {
		String token = this.outside.graphToken(this.outside.tenant("granted"));
		Answer self = this.outside.graph(token, "/servicePrincipals(appId='" + Outside.VIDEO_APP + "')?$select=id");
		assertThat(self.status()).isEqualTo(200);
		assertRefused(this.outside.graph(token, "/servicePrincipals(appId='" + Outside.AZURE_APP + "')"), 403,
				"Authorization_RequestDenied");
	}

	@Test
	void assignmentsAreClosedUnlessTheTenantOpensThem() {
		String tenant = this.outside.tenant("incomplete");
		String token = this.outside.graphToken(tenant);
		String id = this.outside.graph(token, "/servicePrincipals(appId='" + Outside.VIDEO_APP + "')")
			.json()
			.path("id")
			.asText();
		String path = "/servicePrincipals/" + id + "/appRoleAssignments";
		assertRefused(this.outside.graph(token, path), 403, "Authorization_RequestDenied");
		this.outside.json("PUT", "/tenants/" + tenant, "{\"readableAssignments\": true}");
		assertThat(this.outside.graph(token, path).json().path("value").findValuesAsText("appRoleId")).hasSize(6)
			.contains(GraphPermission.userReadAll.id())
			.doesNotContain(GraphPermission.callsAccessMedia.id());
	}

	@Test
	void unknownAddressIsNotFound() {
		assertThat(this.outside.graph(this.outside.graphToken(Outside.HOME), "/groups").status()).isEqualTo(404);
		assertThat(this.outside.call("POST", "/graph/v1.0/organization", Map.of(), "{}").status()).isEqualTo(404);
	}

	@Test
	void anApplicationReadsItsOwnRegistrationAtHomeOnly() {
		String path = "/applications(appId='" + Outside.VIDEO_APP + "')";
		JsonNode registration = this.outside.graph(this.outside.graphToken(Outside.HOME), path).json();
		assertThat(registration.path("signInAudience").asText()).isEqualTo("AzureADMultipleOrgs");
		assertThat(registration.path("requiredResourceAccess").path(0).path("resourceAccess")).hasSize(9);
		assertRefused(this.outside.graph(this.outside.graphToken(this.outside.tenant("granted")), path), 404,
				"Request_ResourceNotFound");
		assertRefused(this.outside.graph(this.outside.graphToken(Outside.HOME),
				"/applications(appId='" + Outside.AZURE_APP + "')"), 403, "Authorization_RequestDenied");
	}

	@Test
	void assignmentsComeInPages() {
		String tenant = this.outside.tenant("granted");
		this.outside.json("PUT", "/tenants/" + tenant, "{\"readableAssignments\": true}");
		String token = this.outside.graphToken(tenant);
		String ourselves = this.outside.graph(token, "/servicePrincipals(appId='" + Outside.VIDEO_APP + "')")
			.json()
			.path("id")
			.asText();
		JsonNode first = this.outside.graph(token, "/servicePrincipals/" + ourselves + "/appRoleAssignments").json();
		assertThat(first.path("value")).hasSize(6);
		JsonNode second = this.outside
			.call("GET", first.path("@odata.nextLink").asText(), Map.of("Authorization", "Bearer " + token), null)
			.json();
		assertThat(second.path("value")).hasSize(2);
		assertThat(second.has("@odata.nextLink")).isFalse();
	}

	private static void assertRefused(Answer answer, int status, String code) {
		assertThat(answer.status()).as(answer.body()).isEqualTo(status);
		assertThat(answer.json().path("error").path("code").asText()).isEqualTo(code);
		assertThat(answer.json().path("error").path("innerError").path("request-id").asText()).isNotEmpty();
	}

}
