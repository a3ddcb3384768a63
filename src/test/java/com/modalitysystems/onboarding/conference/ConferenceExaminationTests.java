package com.modalitysystems.onboarding.conference;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.modalitysystems.onboarding.doctor.Finding;
import com.modalitysystems.onboarding.doctor.Finding.Verdict;
import com.modalitysystems.onboarding.http.Clients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

class ConferenceExaminationTests {

	private static final String C = "/api/admin/configuration/v1/";

	private static final String STATUS = "/api/admin/status/v1/";

	@RegisterExtension
	private static final WireMockExtension pexip = WireMockExtension.newInstance()
		.options(WireMockConfiguration.wireMockConfig().dynamicPort())
		.build();

	@BeforeEach
	void goodPlatform() {
		pexip.stubFor(get(urlPathMatching(C + "[a-z_]+/")).atPriority(9).willReturn(list("")));
		answer(C + "conference_alias/", list("{\"alias\": \"test_call@videosrv.net\"}"));
		answer(STATUS + "management_vm/", list("{\"version\": \"38 (1.2.3)\"}"));
		licences(41, 100);
	}

	@AfterEach
	void itOnlyReads() {
		assertThat(pexip.getAllServeEvents())
			.allMatch((event) -> event.getRequest().getMethod().equals(RequestMethod.GET));
	}

	@Test
	void aGoodPlatformIsFoundGood() {
		assertThat(examine(null)).filteredOn((finding) -> finding.verdict() == Verdict.ok)
			.extracting(Finding::what)
			.anyMatch((what) -> what.contains("may read azure_tenant, teams_proxy, conference,"))
			.contains("the Management Node runs version 38 (1.2.3)",
					"41 of 100 Teams licences are in use, 5 are kept back",
					"a test call answers at test_call@videosrv.net",
					"all customers share the priorities 110 (trusted) and 120 (guests)");
		assertThat(examine(null)).noneMatch((finding) -> finding.verdict() == Verdict.failed);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "401 | conference.pexip.username and password", "500 | answered 500", "404 | answered 404" })
	void whoCannotLogInLooksNoFurther(int status, String what) {
		pexip.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(status)));
		assertThat(failures(null)).singleElement().satisfies((finding) -> {
			assertThat(finding.what()).contains(what);
			assertThat(finding.fix()).contains("conference.pexip.base-url");
		});
	}

	@Test
	void aRightThatIsMissingIsNamed() {
		answer(C + "teams_proxy/", aResponse().withStatus(403));
		assertThat(failures(null)).singleElement().satisfies((finding) -> {
			assertThat(finding.what()).contains("[teams_proxy]");
			assertThat(finding.fix()).contains("view, add, change and delete");
		});
	}

	@Test
	void aVersionThatIsNotToldIsAWarning() {
		answer(STATUS + "management_vm/", aResponse().withStatus(403));
		assertThat(warnings(null)).anyMatch((what) -> what.contains("does not tell us its version"));
	}

	@ParameterizedTest
	@CsvSource({ "85, ok", "86, warning", "94, warning", "95, failed", "100, failed" })
	void licencesThatRunOutAreToldInTime(int used, Verdict verdict) {
		licences(used, 100);
		assertThat(examine(null)).filteredOn((finding) -> finding.what().contains("Teams licences"))
			.singleElement()
			.extracting(Finding::verdict)
			.isEqualTo(verdict);
	}

	@Test
	void aClientApiThatIsOffIsAFailure() {
		answer(C + "global/1/", aResponse().withBody("{\"enable_application_api\": false}"));
		assertThat(failures(null)).singleElement()
			.satisfies((finding) -> assertThat(finding.fix()).contains("enable_application_api"));
	}

	@Test
	void aTestCallThatNobodyAnswersIsAWarning() {
		answer(C + "conference_alias/", list(""));
		assertThat(warnings(null)).anyMatch((what) -> what.contains("nothing answers at test_call@videosrv.net"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "5 | .+@videosrv\\\\.net | true", "120 | .* | true", "121 | .* | false",
			"5 | other\\\\.(\\\\d+)@videosrv\\\\.net | false", "5 | (?P<x>.*) | false", "5 | ( | false" })
	void aRuleThatTakesOurCallsIsNamed(int priority, String pattern, boolean takes) {
		answer(C + "gateway_routing_rule/", list(rule(priority, pattern)));
		assertThat(warnings(null).stream().anyMatch((what) -> what.contains("the rule \"by hand\""))).isEqualTo(takes);
	}

	@Test
	void rulesOfOtherCustomersTakeNoCallsOfOurs() {
		String pattern = new TenantKey("acme", "videosrv.net").inPattern("^{prefix}(\\d{9,13})@{domain}$")
			.replace("\\", "\\\\");
		answer(C + "gateway_routing_rule/", list(rule(110, pattern)));
		assertThat(warnings(null)).noneMatch((what) -> what.contains("takes calls"));
	}

	@ParameterizedTest
	@CsvSource({ "50-199, ok", "50-60, warning", "50-51, failed" })
	void priorities(String range, Verdict verdict) {
		answer(C + "gateway_routing_rule/", list(rule(51, "x")));
		assertThat(examine(PriorityRange.of(range))).filteredOn((finding) -> finding.what().contains(range))
			.singleElement()
			.extracting(Finding::verdict)
			.isEqualTo(verdict);
	}

	private static List<Finding> failures(PriorityRange own) {
		return examine(own).stream().filter((finding) -> finding.verdict() == Verdict.failed).toList();
	}

	private static List<String> warnings(PriorityRange own) {
		return examine(own).stream()
			.filter((finding) -> finding.verdict() == Verdict.warning)
			.map(Finding::what)
			.toList();
	}

	private static List<Finding> examine(PriorityRange own) {
		PexipSettings settings = new PexipSettings(URI.create(pexip.baseUrl()), "onboarding",
				Adapters.ACCOUNT.password(), null, null, "", "localhost", deaf(), "videosrv.net", "nowhere.invalid",
				Adapters.APPLICATION, "test_call", "\\d{9,13}", 120, 110, own, true, 5, Set.of(), Adapters.DIALLING,
				Duration.ofSeconds(1));
		return new ConferenceExamination(
				Adapters.api(settings, Clients.real(), Clock.fixed(Clients.NOW, ZoneOffset.UTC)), settings)
			.findings();
	}

	/** A port where nobody answers. */
	private static int deaf() {
		try (ServerSocket nobody = new ServerSocket(0)) {
			return nobody.getLocalPort();
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private static void licences(int used, int total) {
		answer(STATUS + "licensing/", list("{\"teams_count\": %d, \"teams_total\": %d}".formatted(used, total)));
	}

	private static String rule(int priority, String pattern) {
		return "{\"name\": \"by hand\", \"priority\": %d, \"match_string\": \"%s\"}".formatted(priority, pattern);
	}

	private static void answer(String path, ResponseDefinitionBuilder answer) {
		MappingBuilder call = get(urlPathEqualTo(path));
		pexip.stubFor(call.willReturn(answer));
	}

	private static ResponseDefinitionBuilder list(String object) {
		return aResponse().withHeader("Content-Type", "application/json")
			.withBody("{\"meta\": {\"next\": null}, \"objects\": [" + object + "]}");
	}

}
