package com.modalitysystems.onboarding.directory;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import com.modalitysystems.onboarding.customer.Consent;
import com.modalitysystems.onboarding.directory.TenantLookup.Found;
import com.modalitysystems.onboarding.directory.TenantLookup.Refused;
import com.modalitysystems.onboarding.http.RemoteCallFailed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.modalitysystems.onboarding.directory.RecordedMicrosoft.ASSIGNMENTS;
import static com.modalitysystems.onboarding.directory.RecordedMicrosoft.CONTOSO;
import static com.modalitysystems.onboarding.directory.RecordedMicrosoft.GRANTS;
import static com.modalitysystems.onboarding.directory.RecordedMicrosoft.HOME;
import static com.modalitysystems.onboarding.directory.RecordedMicrosoft.ORGANIZATION;
import static com.modalitysystems.onboarding.directory.RecordedMicrosoft.SERVICE_PRINCIPAL;
import static com.modalitysystems.onboarding.directory.RecordedMicrosoft.TENANT_INFORMATION;
import static com.modalitysystems.onboarding.directory.RecordedMicrosoft.discovery;
import static com.modalitysystems.onboarding.directory.RecordedMicrosoft.graph;
import static com.modalitysystems.onboarding.directory.RecordedMicrosoft.issued;
import static com.modalitysystems.onboarding.directory.RecordedMicrosoft.recorded;
import static com.modalitysystems.onboarding.directory.RecordedMicrosoft.refused;
import static com.modalitysystems.onboarding.directory.RecordedMicrosoft.status;
import static com.modalitysystems.onboarding.directory.RecordedMicrosoft.token;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every answer of Entra and Graph comes to. {@code retry} is tried again by the
 * engine; {@code platformFault} becomes an incident of which the customer hears nothing.
 */
@WireMockTest
class MicrosoftAnswersTests {

	private static final String TOKENS = """
			400 | 7000229 | invalid_client      | notYet
			401 | 7000229 | invalid_client      | notYet
			400 | 700016  | unauthorized_client | notYet
			400 | 65001   | invalid_grant       | notYet
			400 | 65004   | consent_required    | notYet
			400 | 650051  | access_denied       | notYet
			400 | 650052  | access_denied       | notYet
			400 | 650056  | invalid_client      | notYet
			400 | 90093   | access_denied       | notYet
			400 | 90094   | access_denied       | notYet
			400 | 90095   | access_denied       | notYet
			400 | 50020   | invalid_grant       | notYet
			400 | 90072   | invalid_grant       | notYet
			401 | 7000112 | unauthorized_client | blocked
			400 | 7000112 | unauthorized_client | blocked
			400 | 53003   | invalid_grant       | blocked
			400 | 50105   | invalid_grant       | blocked
			400 | 90002   | invalid_tenant      | platformFault
			400 | 900023  | invalid_request     | platformFault
			400 | 900021  | invalid_tenant      | platformFault
			400 | 90038   | invalid_request     | platformFault
			400 | 900382  | invalid_request     | platformFault
			400 | 900432  | invalid_request     | platformFault
			401 | 7000215 | invalid_client      | platformFault
			401 | 7000218 | invalid_client      | platformFault
			401 | 7000222 | invalid_client      | platformFault
			401 | 700021  | invalid_client      | platformFault
			401 | 700023  | invalid_client      | platformFault
			401 | 700024  | invalid_client      | platformFault
			401 | 700027  | invalid_client      | platformFault
			401 | 700030  | invalid_client      | platformFault
			401 | 50027   | invalid_client      | platformFault
			400 | 50011   | invalid_request     | platformFault
			400 | 50194   | invalid_request     | platformFault
			400 | 500011  | invalid_resource    | platformFault
			400 | 650054  | invalid_request     | platformFault
			400 | 650057  | invalid_resource    | platformFault
			400 | 70003   | unsupported_grant   | platformFault
			400 | 70011   | invalid_scope       | platformFault
			400 | 900144  | invalid_request     | platformFault
			400 | 1002012 | invalid_scope       | platformFault
			400 | 50196   | invalid_grant       | retry
			400 | 90033   | temporarily_unavailable | retry
			400 | 90055   | invalid_request     | retry
			429 | 90055   | invalid_request     | retry
			500 | 90033   | server_error        | retry
			400 | 4711    | invalid_request     | notYet
			""";

	private EntraDirectory directory;

	@BeforeEach
	void everybodySaysYes(WireMockRuntimeInfo microsoft) {
		this.directory = RecordedMicrosoft.directory(microsoft.getHttpBaseUrl());
		token(CONTOSO, issued("theirs"));
		graph(ORGANIZATION, "theirs", recorded("organization-contoso.json"));
		graph(SERVICE_PRINCIPAL, "theirs", recorded("service-principal.json"));
		graph(ASSIGNMENTS, "theirs", recorded("app-role-assignments.json"));
		graph(GRANTS, "theirs", recorded("oauth2-permission-grants.json"));
		discovery(CONTOSO.asText(), recorded("discovery-contoso.json"));
		token(HOME, issued("ours"));
		graph(TENANT_INFORMATION, "ours", recorded("tenant-information-contoso.json"));
	}

	@Test
	void withoutARefusalAllIsWell() {
		assertThat(consent()).isEqualTo("verified");
		assertThat(lookup()).isEqualTo("found");
	}

	@ParameterizedTest(name = "{0} with AADSTS{1} ({2}) is {3}")
	@CsvSource(delimiter = '|', textBlock = TOKENS)
	void aTokenOfTheCustomersTenantThatIsRefused(int status, int aadsts, String error, String outcome) {
		token(CONTOSO, refused(status, error, aadsts));
		assertThat(consent()).isEqualTo(outcome);
	}

	@ParameterizedTest(name = "{0} with AADSTS{1} ({2})")
	@CsvSource(delimiter = '|', textBlock = TOKENS)
	void aTokenOfOurOwnTenantThatIsRefusedIsOurFault(int status, int aadsts, String error, String ofCustomer) {
		token(HOME, refused(status, error, aadsts));
		assertThat(lookup()).isEqualTo(ofCustomer.equals("retry") ? "retry" : "platformFault");
	}

	@Test
	void everyNumberThatWeKnowIsInTheTable() {
		Set<String> known = Arrays.stream(Aadsts.values())
			.map((aadsts) -> String.valueOf(aadsts.code()))
			.collect(Collectors.toSet());
		Set<String> tried = TOKENS.lines().map((row) -> row.split("\\|")[1].strip()).collect(Collectors.toSet());
		assertThat(tried).containsAll(known);
	}

	@ParameterizedTest(name = "{0} with AADSTS{1} is {2}")
	@CsvSource(delimiter = '|', textBlock = """
			400 | 90002  | unknown
			400 | 900021 | unknown
			400 | 900023 | unknown
			400 | 90038  | otherCloud
			400 | 900382 | otherCloud
			400 | 900432 | otherCloud
			400 | 90055  | retry
			400 | 4711   | retry
			429 | 90055  | retry
			503 | 90033  | retry
			""")
	void aTenantThatDiscoveryDoesNotDescribe(int status, int aadsts, String outcome) {
		discovery(CONTOSO.asText(), refused(status, "invalid_tenant", aadsts));
		assertThat(lookup()).isEqualTo(outcome);
	}

	@ParameterizedTest(name = "{0} of {1} is {2}")
	@CsvSource(delimiter = '|', textBlock = """
			organization       | 400 | retry
			organization       | 401 | notYet
			organization       | 403 | notYet
			organization       | 404 | retry
			organization       | 409 | retry
			organization       | 429 | retry
			organization       | 500 | retry
			organization       | 502 | retry
			organization       | 503 | retry
			organization       | 504 | retry
			organization       | 302 | retry
			servicePrincipals  | 401 | verified
			servicePrincipals  | 403 | verified
			servicePrincipals  | 404 | verified
			servicePrincipals  | 400 | retry
			servicePrincipals  | 429 | retry
			servicePrincipals  | 503 | retry
			appRoleAssignments | 401 | verified
			appRoleAssignments | 403 | verified
			appRoleAssignments | 404 | verified
			appRoleAssignments | 400 | retry
			appRoleAssignments | 429 | retry
			appRoleAssignments | 503 | retry
			permissionGrants   | 403 | verified
			permissionGrants   | 429 | retry
			permissionGrants   | 503 | retry
			""")
	void anAnswerOfGraphAboutTheConsent(String asked, int status, String outcome) {
		graph(switch (asked) {
			case "organization" -> ORGANIZATION;
			case "servicePrincipals" -> SERVICE_PRINCIPAL;
			case "appRoleAssignments" -> ASSIGNMENTS;
			default -> GRANTS;
		}, "theirs", graphSays(status));
		assertThat(consent()).isEqualTo(outcome);
	}

	@ParameterizedTest(name = "{0} is {1}")
	@CsvSource(delimiter = '|', textBlock = """
			400 | found
			404 | found
			401 | platformFault
			403 | platformFault
			409 | retry
			429 | retry
			500 | retry
			503 | retry
			302 | retry
			""")
	void anAnswerOfGraphAboutTheTenant(int status, String outcome) {
		graph(TENANT_INFORMATION, "ours", graphSays(status));
		assertThat(lookup()).isEqualTo(outcome);
	}

	private static ResponseDefinitionBuilder graphSays(int status) {
		return (status == 404) ? recorded(404, "graph-not-found.json")
				: (status == 403) ? recorded(403, "graph-forbidden.json") : status(status);
	}

	private String consent() {
		return outcome(() -> {
			Consent consent = this.directory.consentOf(TestCustomers.contoso());
			return consent.outcome().name();
		});
	}

	private String lookup() {
		return outcome(() -> {
			TenantLookup lookup = this.directory.find(CONTOSO);
			return (lookup instanceof Found) ? "found" : ((Refused) lookup).reason().name();
		});
	}

	private static String outcome(Supplier<String> asked) {
		try {
			return asked.get();
		}
		catch (RemoteCallFailed ex) {
			return "retry";
		}
		catch (PlatformFault ex) {
			assertThat(ex).hasMessageMatching("(Entra|Graph): .+").message().doesNotContain("Contoso", "the secret");
			return "platformFault";
		}
	}

}
