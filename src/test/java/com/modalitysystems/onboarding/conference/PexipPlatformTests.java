package com.modalitysystems.onboarding.conference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.modalitysystems.onboarding.HouseTest;
import com.modalitysystems.onboarding.customer.Administrator;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.EmailAddress;
import com.modalitysystems.onboarding.customer.IssuedValues;
import com.modalitysystems.onboarding.customer.Language;
import com.modalitysystems.onboarding.customer.NewCustomer;
import com.modalitysystems.onboarding.customer.PublicAddress;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.TenantId;
import com.modalitysystems.onboarding.customer.WaitingFor;
import com.modalitysystems.onboarding.database.Ledger;
import com.modalitysystems.onboarding.database.LedgerPage;
import com.modalitysystems.onboarding.http.HttpClients;
import com.modalitysystems.onboarding.http.RemoteCallFailed;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@HouseTest
class PexipPlatformTests {

	private static final String C = "/api/admin/configuration/v1/";

	private static final UUID APPLICATION = Adapters.APPLICATION;

	@RegisterExtension
	private static final WireMockExtension pexip = WireMockExtension.newInstance()
		.options(WireMockConfiguration.wireMockConfig().dynamicPort())
		.build();

	@Autowired
	private HttpClients http;

	@Autowired
	private Customers customers;

	@Autowired
	private Ledger ledger;

	@Autowired
	private Clock clock;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PlatformTransactionManager transactions;

	private ConferencePlatform platform;

	private Customer acme;

	private String alias = "acme";

	@BeforeEach
	void emptyPlatform() {
		this.jdbc.sql("delete from tenant_key").update();
		PexipSettings settings = settings(Duration.ofSeconds(5));
		this.platform = platform(settings);
		this.acme = customer("Acme Ltd");
		pexip.stubFor(any(anyUrl()).atPriority(10).willReturn(aResponse().withStatus(404)));
		pexip.stubFor(get(urlPathEqualTo("/api/admin/status/v1/licensing/")).willReturn(json(recorded("licensing"))));
		pexip.stubFor(get(urlPathEqualTo(C + "azure_tenant/")).withQueryParam("name", absent()).willReturn(list()));
		pexip.stubFor(get(urlPathEqualTo(C + "conference_alias/")).willReturn(list()));
		pexip.stubFor(get(urlPathMatching(C + "[a-z_]+/")).atPriority(9).willReturn(list()));
		everything();
	}

	private void everything() {
		object("azure_tenant", 17, "", "azure_tenant");
		object("teams_proxy", 23, " connector", "teams_proxy");
		object("conference", 501, " reception", "conference");
		object("gateway_routing_rule", 71, " guests", "guests");
		object("gateway_routing_rule", 72, " trusted", "trusted");
	}

	@Test
	void provisionGivesTheValues() {
		IssuedValues values = this.platform.provision(this.acme);
		assertThat(values).isEqualTo(new IssuedValues("acme@videosrv.net",
				"https://px-eu.videosrv.net/teams/?conf={ConfId}&ivr=acme&d=videosrv.net&test=test_call&prefix=acme.&w",
				APPLICATION.toString()));
	}

	@Test
	void provisionCreatesTheObjectsInOrderAndLooksAtThemInTheEnd() {
		this.platform.provision(this.acme);
		assertThat(requests(RequestMethod.POST)).containsExactly(C + "azure_tenant/", C + "teams_proxy/",
				C + "conference/", C + "gateway_routing_rule/", C + "gateway_routing_rule/");
		assertThat(requests(RequestMethod.GET)).endsWith(C + "azure_tenant/17/", C + "teams_proxy/23/",
				C + "conference/501/", C + "gateway_routing_rule/71/", C + "gateway_routing_rule/72/");
	}

	@Test
	void eachObjectIsWhatPexipDocuments() {
		this.platform.provision(this.acme);
		String reference = this.acme.reference().value();
		verifyPosted("azure_tenant", """
				{"name": "%s", "tenant_id": "%s", "description": "OneMeeting onboarding %s"}""".formatted(reference,
				this.acme.requireTenantId(), reference));
		verifyPosted("teams_proxy", """
				{"name": "%s connector", "address": "modalitygw1.eu.teams.videosrv.net", "port": 443,
				 "azure_tenant": "/api/admin/configuration/v1/azure_tenant/17/",
				 "description": "OneMeeting onboarding %s"}""".formatted(reference, reference));
		verifyPosted("conference", """
				{"name": "%s reception", "service_type": "two_stage_dialing", "two_stage_dial_type": "teams",
				 "teams_proxy": "/api/admin/configuration/v1/teams_proxy/23/", "post_match_string": "(.*)",
				 "post_replace_string": "acme.\\\\1@videosrv.net", "aliases": [{"alias": "acme@videosrv.net"}],
				 "tag": "%s", "description": "OneMeeting onboarding %s"}""".formatted(reference, reference, reference));
		verifyPosted("gateway_routing_rule", rule("guests", 120, false));
		verifyPosted("gateway_routing_rule", rule("trusted", 110, true));
	}

	private String rule(String kind, int priority, boolean trusted) {
		return """
				{"name": "%s %s", "priority": %d, "match_string": "^acme\\\\.(\\\\d{9,13})@videosrv\\\\.net$",
				 "replace_string": "\\\\1", "called_device_type": "teams_conference", "outgoing_protocol": "teams",
				 "teams_proxy": "/api/admin/configuration/v1/teams_proxy/23/",
				 "match_incoming_only_if_registered": %b, "treat_as_trusted": %b, "tag": "%s",
				 "description": "OneMeeting onboarding %s"}""".formatted(this.acme.reference(), kind, priority, trusted,
				trusted, this.acme.reference(), this.acme.reference());
	}

	@Test
	void eachCallProvesWhoWeAre() {
		this.platform.provision(this.acme);
		assertThat(pexip.getAllServeEvents())
			.allSatisfy((event) -> assertThat(event.getRequest().getHeader("Authorization"))
				.isEqualTo("Basic b25ib2FyZGluZzpzZWNyZXQ="));
	}

	@Test
	void provisioningTwiceFindsWhatIsThere() {
		IssuedValues first = this.platform.provision(this.acme);
		assertThat(this.platform.provision(this.acme)).isEqualTo(first);
		assertThat(requests(RequestMethod.POST)).hasSize(5);
		assertThat(requests(RequestMethod.PATCH)).isEmpty();
	}

	@Test
	void anInterruptedRunIsTakenUpWhereItEnded() {
		pexip.stubFor(post(urlPathEqualTo(C + "conference/"))
			.willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
		failsAt(() -> this.platform.provision(this.acme)).withMessageContaining("Pexip");
		object("conference", 501, " reception", "conference");
		assertThat(this.platform.provision(this.acme).tenantKey()).isEqualTo("acme@videosrv.net");
		assertThat(requests(RequestMethod.POST)).containsOnlyOnce(C + "azure_tenant/", C + "teams_proxy/");
	}

	@Test
	void whatWasCreatedWhileTheAnswerWasLostIsAdopted() {
		state("conference", 501, "there");
		assertThat(this.platform.provision(this.acme).tenantKey()).isEqualTo("acme@videosrv.net");
		assertThat(requests(RequestMethod.POST)).hasSize(4).doesNotContain(C + "conference/");
	}

	@Test
	void whoeverIsRefusedSinceSomebodyWasFasterReadsAgain() {
		pexip.stubFor(post(urlPathEqualTo(C + "conference/")).inScenario("conference501")
			.willReturn(json(recorded("refused")).withStatus(400))
			.willSetStateTo("there"));
		assertThat(this.platform.provision(this.acme).tenantKey()).isEqualTo("acme@videosrv.net");
	}

	@Test
	void aRefusalForAnotherReasonFails() {
		pexip.stubFor(post(urlPathEqualTo(C + "conference/")).willReturn(json(recorded("refused")).withStatus(400)));
		failsAt(() -> this.platform.provision(this.acme)).withMessage("Pexip: conference was refused with 400 at name");
	}

	@Test
	void whatDiffersIsPutRightAndNothingElse() {
		String old = recorded("teams_proxy").replace("modalitygw1", "modalitygw0");
		String now = recorded("teams_proxy");
		for (String path : List.of(C + "teams_proxy/", C + "teams_proxy/23/")) {
			boolean isList = path.endsWith("proxy/");
			pexip.stubFor(
					inState(get(urlPathEqualTo(path)), "proxy", STARTED).willReturn(isList ? list(old) : json(old)));
			pexip.stubFor(
					inState(get(urlPathEqualTo(path)), "proxy", "changed").willReturn(isList ? list(now) : json(now)));
		}
		pexip.stubFor(patch(urlPathEqualTo(C + "teams_proxy/23/")).inScenario("proxy")
			.willReturn(aResponse().withStatus(202))
			.willSetStateTo("changed"));
		this.platform.provision(this.acme);
		pexip.verify(1, patchRequestedFor(urlPathEqualTo(C + "teams_proxy/23/"))
			.withRequestBody(equalToJson("{\"address\": \"modalitygw1.eu.teams.videosrv.net\"}")));
	}

	@Test
	void whatIsNotAsAskedForInTheEndFails() {
		pexip.stubFor(get(urlPathEqualTo(C + "gateway_routing_rule/72/")).willReturn(
				json(recorded("trusted").replace("\"treat_as_trusted\": true", "\"treat_as_trusted\": false"))));
		failsAt(() -> this.platform.provision(this.acme)).withMessageContaining("gateway_routing_rule")
			.withMessageContaining("treat_as_trusted");
	}

	@Test
	void withoutALicenceNothingIsCreated() {
		licences(100);
		assertThatExceptionOfType(LicencesUsedUp.class).isThrownBy(() -> this.platform.provision(this.acme))
			.withMessageContaining("100 of 100");
		assertThat(requests(RequestMethod.POST)).isEmpty();
	}

	@Test
	void theLastLicencesMayBeKeptBack() {
		ConferencePlatform careful = platform(
				Adapters.settings(URI.create(pexip.baseUrl()), Adapters.ACCOUNT, Duration.ofSeconds(5), null, 5));
		licences(95);
		assertThatExceptionOfType(LicencesUsedUp.class).isThrownBy(() -> careful.provision(this.acme))
			.withMessageContaining("licence-reserve keeps 5 back");
		licences(94);
		assertThat(careful.provision(this.acme).tenantKey()).isEqualTo("acme@videosrv.net");
	}

	@Test
	void aCustomerThatHasItsTenantNeedsNoFurtherLicence() {
		this.platform.provision(this.acme);
		pexip.stubFor(get(urlPathEqualTo("/api/admin/status/v1/licensing/")).willReturn(aResponse().withStatus(500)));
		assertThat(this.platform.provision(this.acme).tenantKey()).isEqualTo("acme@videosrv.net");
	}

	@Test
	void aTenantThatSomebodyMadeByHandIsLeftAloneAndSaidSo() {
		pexip.stubFor(get(urlPathEqualTo(C + "azure_tenant/")).withQueryParam("name", absent())
			.willReturn(list(recorded("azure_tenant-of-somebody"))));
		assertThatIllegalStateException().isThrownBy(() -> this.platform.provision(this.acme))
			.withMessageContaining("azure_tenant 9");
		assertThat(requests(RequestMethod.POST)).isEmpty();
	}

	@Test
	void whatLiesOnALaterPageIsFound() {
		String first = page("\"/api/admin/configuration/v1/azure_tenant/?limit=500&offset=500\"", "");
		pexip.stubFor(get(urlPathEqualTo(C + "azure_tenant/")).withQueryParam("name", absent())
			.withQueryParam("offset", equalTo("0"))
			.willReturn(json(first)));
		pexip.stubFor(get(urlPathEqualTo(C + "azure_tenant/")).withQueryParam("name", absent())
			.withQueryParam("offset", equalTo("500"))
			.willReturn(list(recorded("azure_tenant-of-somebody"))));
		assertThatIllegalStateException().isThrownBy(() -> this.platform.provision(this.acme));
	}

	@Test
	void aNextPageThatLeadsBackIsNotFollowedForEver() {
		pexip.stubFor(get(urlPathEqualTo(C + "azure_tenant/")).withQueryParam("name", absent())
			.willReturn(json(page("\"https://elsewhere.example/?limit=500&offset=0\"", ""))));
		failsAt(() -> this.platform.provision(this.acme)).withMessageContaining("next page");
	}

	@Test
	void anAliasThatIsSomebodyElsesOnPexipIsPassedOver() {
		somebodyHas("acme");
		this.alias = "acme-2";
		everything();
		assertThat(this.platform.provision(this.acme).tenantKey()).isEqualTo("acme-2@videosrv.net");
	}

	@Test
	void aReservedAliasThatSomebodyTookMeanwhileIsGivenUp() {
		reserve("acme", this.acme);
		somebodyHas("acme");
		this.alias = "acme-2";
		everything();
		assertThat(this.platform.provision(this.acme).tenantKey()).isEqualTo("acme-2@videosrv.net");
		assertThat(this.platform.provision(this.acme).tenantKey()).isEqualTo("acme-2@videosrv.net");
		assertThat(this.jdbc.sql("select given_up_at is not null from tenant_key where alias = 'acme'")
			.query(Boolean.class)
			.single()).isTrue();
	}

	@Test
	void anIssuedKeyIsNeverChangedSilently() {
		IssuedValues values = this.platform.provision(this.acme);
		this.customers.issued(this.acme.reference(), values);
		somebodyHas("acme");
		assertThatIllegalStateException().isThrownBy(() -> this.platform.provision(this.acme))
			.withMessageContaining("must be freed");
	}

	@Test
	void aKeyIsNeverGivenToAnotherCustomer() {
		Customer other = customer("ACME Inc.");
		reserve("acme", other);
		this.platform.withdraw(other.reference());
		this.alias = "acme-2";
		everything();
		assertThat(this.platform.provision(this.acme).tenantKey()).isEqualTo("acme-2@videosrv.net");
	}

	@Test
	void aReservedWordIsNobodysAlias() {
		this.acme = customer("Test Call");
		this.alias = "test-call-2";
		everything();
		assertThat(this.platform.provision(this.acme).tenantKey()).isEqualTo("test-call-2@videosrv.net");
	}

	@Test
	void whenTheCallerRollsBackTheKeyStaysReserved() {
		new TransactionTemplate(this.transactions).executeWithoutResult((caller) -> {
			this.customers.lock(this.acme.reference());
			this.platform.provision(this.acme);
			caller.setRollbackOnly();
		});
		assertThat(this.jdbc.sql("select reference from tenant_key where alias = 'acme'").query(String.class).single())
			.isEqualTo(this.acme.reference().value());
	}

	@Test
	void onceTheRecordIsOverNobodyGetsAPlace() {
		this.customers.enter(this.acme.reference(), Stage.cancelled, WaitingFor.nobody);
		assertThatIllegalStateException().isThrownBy(() -> this.platform.provision(this.acme))
			.withMessageContaining("is over");
		assertThat(pexip.getAllServeEvents()).isEmpty();
	}

	@Test
	void whileTheCustomerIsWorkedOnElsewhereNothingIsDone() {
		ConferencePlatform impatient = platform(settings(Duration.ofMillis(100)));
		try (LedgerPage elsewhere = this.ledger.open()) {
			elsewhere.hold("conference " + this.acme.reference(), Duration.ofSeconds(1));
			failsAt(() -> impatient.provision(this.acme)).withMessageContaining("busy");
			failsAt(() -> impatient.withdraw(this.acme.reference())).withMessageContaining("busy");
		}
		assertThat(pexip.getAllServeEvents()).isEmpty();
	}

	@Test
	void withdrawRemovesInReverseAndByNumberOnly() {
		this.platform.provision(this.acme);
		this.platform.withdraw(this.acme.reference());
		assertThat(requests(RequestMethod.DELETE)).containsExactly(C + "gateway_routing_rule/72/",
				C + "gateway_routing_rule/71/", C + "conference/501/", C + "teams_proxy/23/", C + "azure_tenant/17/");
	}

	@Test
	void withdrawingTwiceChangesNothing() {
		this.platform.provision(this.acme);
		this.platform.withdraw(this.acme.reference());
		this.platform.withdraw(this.acme.reference());
		assertThat(requests(RequestMethod.DELETE)).hasSize(5);
	}

	@Test
	void withdrawRemovesNothingOfOthers() {
		// a version that does not know the filter answers with everything
		pexip.stubFor(get(urlPathEqualTo(C + "azure_tenant/")).willReturn(list(recorded("azure_tenant-of-somebody"))));
		pexip.stubFor(get(urlPathEqualTo(C + "conference/")).willReturn(list(recorded("conference-of-somebody"))));
		this.platform.withdraw(this.acme.reference());
		assertThat(requests(RequestMethod.DELETE)).isEmpty();
	}

	@Test
	void anObjectWithoutANumberIsNotRemoved() {
		this.platform.provision(this.acme);
		pexip.stubFor(get(urlPathEqualTo(C + "teams_proxy/"))
			.willReturn(list(recorded("teams_proxy").replace("teams_proxy/23/", "teams_proxy/"))));
		failsAt(() -> this.platform.withdraw(this.acme.reference())).withMessageContaining("no number");
		assertThat(requests(RequestMethod.DELETE)).doesNotContain(C + "teams_proxy/");
	}

	@Test
	void whatIsStillThereAfterItsRemovalFails() {
		this.platform.provision(this.acme);
		pexip.stubFor(delete(urlPathEqualTo(C + "conference/501/")).willReturn(aResponse().withStatus(204)));
		failsAt(() -> this.platform.withdraw(this.acme.reference())).withMessageContaining("still has the conference");
	}

	@Test
	void whereNoRoomIsTrustedThereIsOneRule() {
		PexipSettings usual = settings(Duration.ofSeconds(5));
		ConferencePlatform strict = platform(new PexipSettings(usual.baseUrl(), usual.username(), usual.password(),
				null, null, "", usual.connectorAddress(), 443, usual.aliasDomain(), usual.instructionHost(),
				usual.trustedApplicationId(), usual.testAlias(), usual.conferenceId(), 120, 110, null, false, 0,
				Set.of(),
				Adapters.dialling("^{prefix}({number})(@{domain})?$", false, "https://pexip.me/{domain}/{ConfId}"),
				usual.patience()));
		rules("^acme\\\\.(\\\\d{9,13})(@videosrv\\\\.net)?$");
		licences(100);
		IssuedValues values = strict.provision(this.acme);
		assertThat(values.instructionUri()).isEqualTo("https://pexip.me/videosrv.net/{ConfId}");
		assertThat(requests(RequestMethod.POST)).hasSize(4);
	}

	private ConferencePlatform platform(PexipSettings settings) {
		return Adapters.platform(settings, this.http, this.customers, this.ledger, this.clock);
	}

	private static PexipSettings settings(Duration patience) {
		return Adapters.settings(URI.create(pexip.baseUrl()), Adapters.ACCOUNT, patience);
	}

	/** The rule for guests, with another pattern. */
	private void rules(String pattern) {
		String body = recorded("guests").replaceFirst("\"match_string\": \"[^\"]*\"",
				Matcher.quoteReplacement("\"match_string\": \"" + pattern + "\""));
		String name = this.acme.reference() + " guests";
		pexip.stubFor(inState(named(C + "gateway_routing_rule/", name), "gateway_routing_rule71", "there")
			.willReturn(list(body)));
		pexip.stubFor(inState(get(urlPathEqualTo(C + "gateway_routing_rule/71/")), "gateway_routing_rule71", "there")
			.willReturn(json(body)));
	}

	private void licences(int used) {
		pexip.stubFor(get(urlPathEqualTo("/api/admin/status/v1/licensing/"))
			.willReturn(json(recorded("licensing").replace("\"teams_count\": 41", "\"teams_count\": " + used))));
	}

	private Customer customer(String company) {
		return this.customers.add(new NewCustomer(company, new TenantId(UUID.randomUUID()), null,
				new Administrator("Adele Vance", new EmailAddress("adele@contoso.com"), new PublicAddress("8.8.8.8")),
				null, Language.ENGLISH, null));
	}

	private void reserve(String alias, Customer customer) {
		try (LedgerPage page = this.ledger.open()) {
			assertThat(new TenantKeys(page, this.clock).reserve(new TenantKey(alias, "videosrv.net"),
					customer.reference()))
				.isTrue();
		}
	}

	/** An object that is there once it was created, and is gone once it was removed. */
	private void object(String resource, int id, String suffix, String file) {
		String name = this.acme.reference() + suffix;
		String body = recorded(file);
		String scenario = resource + id;
		String path = C + resource + "/";
		pexip.stubFor(inState(named(path, name), scenario, STARTED).willReturn(list()));
		pexip.stubFor(inState(named(path, name), scenario, "there").willReturn(list(body)));
		pexip.stubFor(post(urlPathEqualTo(path)).withRequestBody(matchingJsonPath("$.name", equalTo(name)))
			.inScenario(scenario)
			.willReturn(aResponse().withStatus(201).withHeader("Location", pexip.baseUrl() + path + id + "/"))
			.willSetStateTo("there"));
		pexip.stubFor(inState(get(urlPathEqualTo(path + id + "/")), scenario, "there").willReturn(json(body)));
		pexip.stubFor(delete(urlPathEqualTo(path + id + "/")).inScenario(scenario)
			.whenScenarioStateIs("there")
			.willReturn(aResponse().withStatus(204))
			.willSetStateTo(STARTED));
	}

	private static MappingBuilder named(String path, String name) {
		return get(urlPathEqualTo(path)).withQueryParam("name", equalTo(name));
	}

	private static MappingBuilder inState(MappingBuilder stub, String scenario, String state) {
		return stub.inScenario(scenario).whenScenarioStateIs(state);
	}

	private static void state(String resource, int id, String state) {
		pexip.setScenarioState(resource + id, state);
	}

	private void somebodyHas(String taken) {
		String alias = recorded("conference_alias-of-somebody").replace(this.alias + "@", taken + "@");
		pexip.stubFor(
				get(urlPathEqualTo(C + "conference_alias/")).withQueryParam("alias", equalTo(taken + "@videosrv.net"))
					.willReturn(list(alias)));
		pexip.stubFor(get(urlPathEqualTo(C + "conference/77/")).willReturn(json(recorded("conference-of-somebody"))));
	}

	private static void verifyPosted(String resource, String body) {
		pexip.verify(1, postRequestedFor(urlPathEqualTo(C + resource + "/")).withRequestBody(equalToJson(body)));
	}

	/** The paths that were called, in order. */
	private static List<String> requests(RequestMethod method) {
		List<ServeEvent> newestFirst = new ArrayList<>(pexip.getAllServeEvents());
		Collections.reverse(newestFirst);
		return newestFirst.stream()
			.map(ServeEvent::getRequest)
			.filter((request) -> request.getMethod().equals(method))
			.map((request) -> URI.create(request.getUrl()).getPath())
			.toList();
	}

	private String recorded(String file) {
		try {
			return new ClassPathResource(file + ".json", PexipPlatformTests.class)
				.getContentAsString(StandardCharsets.UTF_8)
				.replace("{{reference}}", this.acme.reference().value())
				.replace("{{tenantId}}", this.acme.requireTenantId().asText())
				.replace("{{alias}}", this.alias);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static ResponseDefinitionBuilder list(String... objects) {
		return json(page("null", String.join(",", objects)));
	}

	private static String page(String next, String objects) {
		return """
				{"meta": {"limit": 500, "next": %s, "offset": 0, "previous": null, "total_count": 1},
				 "objects": [%s]}""".formatted(next, objects);
	}

	private static ResponseDefinitionBuilder json(String body) {
		return aResponse().withHeader("Content-Type", "application/json").withBody(body);
	}

	private static ThrowableAssertAlternative<RemoteCallFailed> failsAt(ThrowingCallable call) {
		return assertThatExceptionOfType(RemoteCallFailed.class).isThrownBy(call);
	}

}
