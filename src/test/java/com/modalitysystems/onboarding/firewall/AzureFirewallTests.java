package com.modalitysystems.onboarding.firewall;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.modalitysystems.onboarding.HouseTest;
import com.modalitysystems.onboarding.customer.Administrator;
import com.modalitysystems.onboarding.customer.Consent;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.EmailAddress;
import com.modalitysystems.onboarding.customer.Language;
import com.modalitysystems.onboarding.customer.NewCustomer;
import com.modalitysystems.onboarding.customer.PublicAddress;
import com.modalitysystems.onboarding.customer.Secret;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.TenantId;
import com.modalitysystems.onboarding.customer.WaitingFor;
import com.modalitysystems.onboarding.database.Ledger;
import com.modalitysystems.onboarding.database.LedgerPage;
import com.modalitysystems.onboarding.http.HttpClients;
import com.modalitysystems.onboarding.http.MicrosoftTokens;
import com.modalitysystems.onboarding.http.RemoteCallFailed;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.ClassUtils;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

@HouseTest
class AzureFirewallTests {

	private static final String GROUP = "/subscriptions/0f8e7d6c-5b4a-4392-8170-6f5e4d3c2b1a/resourceGroups"
			+ "/onemeeting-eu-TeamsConn-RG/providers/Microsoft.Network/networkSecurityGroups/onemeeting-eu-nsg";

	private static final String OTHER_GROUP = GROUP.replace("eu-nsg", "eu-nsg-before");

	private static final String RULES = GROUP + "/securityRules";

	private static final String ANY_RULE = ".*/securityRules/onboarding-.*";

	private static final String RULE = "rule of ours";

	private static final String GONE = "gone";

	private static final Instant UNTIL = Instant.parse("2026-01-01T23:59:59Z");

	private static final UUID OUR_TENANT = UUID.fromString("6f1d9a52-3c47-4b5e-9a51-0d2c8e7f4a10");

	@RegisterExtension
	private static final WireMockExtension azure = WireMockExtension.newInstance()
		.options(WireMockConfiguration.wireMockConfig()
			.dynamicPort()
			.globalTemplating(true)
			.usingFilesUnderClasspath(ClassUtils.classPackageAsResourcePath(AzureFirewallTests.class)))
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

	private Firewall firewall;

	private Customer contoso;

	@BeforeEach
	void prepare() {
		nothingStaysOpen();
		this.firewall = firewall(GROUP, "2000-2999", Duration.ofSeconds(5));
		this.contoso = customer("8.8.8.8");
		azure.stubFor(
				post(urlPathEqualTo("/login/" + OUR_TENANT + "/oauth2/v2.0/token")).willReturn(recorded(200, "token")));
		azure.stubFor(get(urlPathEqualTo(RULES)).willReturn(recorded(200, "rules")));
		azure.stubFor(put(urlPathMatching(RULES + "/.*")).inScenario(RULE)
			.willSetStateTo(STARTED)
			.willReturn(rule(201, this.contoso, "Succeeded", 2001, "8.8.8.8/32")));
		azure.stubFor(
				get(urlPathMatching(ANY_RULE)).willReturn(rule(200, this.contoso, "Succeeded", 2001, "8.8.8.8/32")));
		azure.stubFor(get(urlPathMatching(ANY_RULE)).inScenario(RULE)
			.whenScenarioStateIs(GONE)
			.willReturn(recorded(404, "rule-not-found")));
		deleteBecomes(aResponse().withStatus(200));
	}

	@AfterEach
	void nothingStaysOpen() {
		this.jdbc.sql("update firewall_rule set closed_at = now() where closed_at is null").update();
	}

	@Test
	void admitWritesOneRuleForTheAdministratorsAddress() {
		assertThat(this.firewall.admit(this.contoso, UNTIL)).isEqualTo(Admission.admitted);
		azure.verify(1,
				putRequestedFor(urlPathEqualTo(ruleOf(this.contoso)))
					.withHeader("Authorization", equalTo("Bearer token-for-azure"))
					.withQueryParam("api-version", equalTo("2024-05-01"))
					.withRequestBody(equalToJson("""
							{ "properties": {
								"description": "${json-unit.any-string}",
								"protocol": "Tcp", "access": "Allow", "direction": "Inbound", "priority": 2001,
								"sourceAddressPrefix": "8.8.8.8/32", "sourcePortRange": "*",
								"destinationAddressPrefix": "*", "destinationPortRange": "443" } }""")));
		assertThat(openPriority(this.contoso)).isEqualTo(2001);
	}

	@Test
	void theDescriptionTellsTheReferenceAndTheExpiryAndNoPerson() {
		this.firewall.admit(this.contoso, UNTIL);
		String body = writes().get(0).getBodyAsString();
		assertThat(body).contains("OneMeeting onboarding " + this.contoso.reference() + ", expires 2026-01-01");
		assertThat(body).doesNotContainIgnoringCase("adele");
	}

	@Test
	void anAddressOfIpv6IsOneHostToo() {
		Customer fabrikam = customer("2606:4700:4700::1111");
		this.firewall.admit(fabrikam, UNTIL);
		azure.verify(putRequestedFor(urlPathEqualTo(ruleOf(fabrikam))).withRequestBody(
				matchingJsonPath("$.properties.sourceAddressPrefix", equalTo("2606:4700:4700::1111/128"))));
	}

	@Test
	void admittingTwiceWritesOnce() {
		this.firewall.admit(this.contoso, UNTIL);
		listHolds(this.contoso, "Succeeded", 2001, "8.8.8.8/32");
		assertThat(this.firewall.admit(this.contoso, UNTIL)).isEqualTo(Admission.admitted);
		assertThat(writes()).hasSize(1);
	}

	@Test
	void aWindowThatStaysOpenLongerIsWrittenDownAtAzureToo() {
		this.firewall.admit(this.contoso, UNTIL);
		listHolds(this.contoso, "Succeeded", 2001, "8.8.8.8/32");
		this.firewall.admit(this.contoso, UNTIL.plus(Duration.ofDays(1)));
		assertThat(writes()).hasSize(2)
			.last()
			.extracting(LoggedRequest::getBodyAsString)
			.asString()
			.contains("expires 2026-01-02");
	}

	@Test
	void aRuleThatWasChangedByHandIsWrittenAgain() {
		this.firewall.admit(this.contoso, UNTIL);
		listHolds(this.contoso, "Succeeded", 2001, "0.0.0.0/0");
		this.firewall.admit(this.contoso, UNTIL);
		assertThat(writes()).hasSize(2);
	}

	@Test
	void aRuleThatFailedInAzureIsWrittenAgain() {
		this.firewall.admit(this.contoso, UNTIL);
		listHolds(this.contoso, "Failed", 2001, "8.8.8.8/32");
		this.firewall.admit(this.contoso, UNTIL);
		assertThat(writes()).hasSize(2);
	}

	@Test
	void theAddressThatIsOnRecordNowCounts() {
		NewCustomer moved = asked(this.contoso.requireTenantId(), "9.9.9.9");
		this.customers.correct(this.contoso.reference(), moved);
		this.firewall.admit(this.contoso, UNTIL);
		assertThat(writes().get(0).getBodyAsString()).contains("9.9.9.9/32").doesNotContain("8.8.8.8");
	}

	@ParameterizedTest
	@EnumSource(names = { "awaitingSetup", "confirming", "live", "expired", "rejected", "closed", "cancelled" })
	void onceTheStageOfConsentHasPassedNobodyIsLetIn(Stage stage) {
		this.customers.enter(this.contoso.reference(), stage, WaitingFor.nobody);
		assertThat(this.firewall.admit(this.contoso, UNTIL)).isEqualTo(Admission.tooLate);
		assertThat(writes()).isEmpty();
		assertThat(openPriority(this.contoso)).isNull();
	}

	@ParameterizedTest
	@EnumSource(names = { "awaitingConsent", "provisioning" })
	void onceTheConsentIsVerifiedNobodyIsLetIn(Stage stage) {
		this.customers.enter(this.contoso.reference(), stage, WaitingFor.nobody);
		look(Consent.Outcome.notYet);
		assertThat(this.firewall.admit(this.contoso, UNTIL)).isEqualTo(Admission.admitted);
		this.firewall.shut(this.contoso.reference());
		look(Consent.Outcome.verified);
		assertThat(this.firewall.admit(this.contoso, UNTIL)).isEqualTo(Admission.tooLate);
		assertThat(writes()).hasSize(1);
		assertThat(openPriority(this.contoso)).isNull();
	}

	@Test
	void eachCustomerHasAPriorityOfItsOwn() {
		List<Customer> others = Stream.generate(() -> customer("8.8.4.4")).limit(3).toList();
		others.forEach((customer) -> this.firewall.admit(customer, UNTIL));
		assertThat(others).extracting(this::openPriority).containsExactly(2001, 2002, 2003);
	}

	@Test
	void aPriorityIsGivenAgainWhenItIsFree() {
		this.firewall.admit(this.contoso, UNTIL);
		this.firewall.shut(this.contoso.reference());
		Customer fabrikam = customer("8.8.4.4");
		this.firewall.admit(fabrikam, UNTIL);
		assertThat(openPriority(fabrikam)).isEqualTo(2001);
	}

	@Test
	void prioritiesOfForeignRulesOnAllPagesAreLeftAlone() {
		azure.stubFor(get(urlPathEqualTo(RULES)).willReturn(recorded(200, "rules-first-page")));
		azure.stubFor(get(urlPathEqualTo("/page-2")).willReturn(recorded(200, "rules")));
		this.firewall.admit(this.contoso, UNTIL);
		assertThat(openPriority(this.contoso)).isEqualTo(2002);
	}

	@Test
	void aForeignRuleThatTookOurPriorityMakesUsMove() {
		this.firewall.admit(this.contoso, UNTIL);
		Customer stranger = customer("8.8.4.4");
		listHolds(stranger, "Succeeded", 2001, "8.8.4.4/32");
		this.firewall.admit(this.contoso, UNTIL);
		assertThat(openPriority(this.contoso)).isEqualTo(2000);
		azure.verify(putRequestedFor(urlPathEqualTo(ruleOf(this.contoso)))
			.withRequestBody(matchingJsonPath("$.properties.priority", equalTo("2000"))));
	}

	@Test
	void whenThePrioritiesAreUsedUpItSaysSo() {
		Firewall small = firewall(GROUP, "2000-2001", Duration.ofSeconds(5));
		small.admit(this.contoso, UNTIL);
		assertThatExceptionOfType(PrioritiesUsedUp.class).isThrownBy(() -> small.admit(customer("8.8.4.4"), UNTIL));
		assertThat(writes()).hasSize(1);
	}

	@Test
	void aListThatLeadsToAnotherHostIsNotFollowed() {
		azure.stubFor(get(urlPathEqualTo(RULES)).willReturn(aResponse().withHeader("Content-Type", "application/json")
			.withBody("{\"value\": [], \"nextLink\": \"http://127.0.0.2:" + azure.getPort() + "/elsewhere\"}")));
		failsAt(() -> this.firewall.admit(this.contoso, UNTIL)).withMessageContaining("another host");
		assertThat(writes()).isEmpty();
	}

	@Test
	void anOperationIsFollowedToItsEndAtThePaceThatAzureAsksFor() {
		putBecomes(202, Map.of("Azure-AsyncOperation", "/operations/1", "Retry-After", "1"));
		azure.stubFor(get(urlPathEqualTo("/operations/1")).inScenario("operation")
			.whenScenarioStateIs(STARTED)
			.willReturn(recorded(200, "operation-in-progress").withHeader("Retry-After", "1"))
			.willSetStateTo("done"));
		azure.stubFor(get(urlPathEqualTo("/operations/1")).inScenario("operation")
			.whenScenarioStateIs("done")
			.willReturn(recorded(200, "operation-succeeded")));
		assertThat(this.firewall.admit(this.contoso, UNTIL)).isEqualTo(Admission.admitted);
		List<LoggedRequest> looks = azure.findAll(getRequested("/operations/1"));
		assertThat(looks).hasSize(2);
		assertThat(millisBetween(writes().get(0), looks.get(0))).isGreaterThanOrEqualTo(950);
		assertThat(millisBetween(looks.get(0), looks.get(1))).isGreaterThanOrEqualTo(950);
	}

	@Test
	void anOperationThatFailsIsTriedAgainAndItsAddressIsNotTold() {
		putBecomes(201, Map.of("Azure-AsyncOperation", "/operations/1"));
		azure.stubFor(get(urlPathEqualTo("/operations/1")).willReturn(recorded(200, "operation-failed")));
		failsAt(() -> this.firewall.admit(this.contoso, UNTIL)).withMessageContaining("Failed (InternalServerError)")
			.withMessageNotContaining("8.8.8.8");
		assertThat(openPriority(this.contoso)).isEqualTo(2001);
	}

	@Test
	void aRuleWhoseOperationIsForgottenIsNotInForce() {
		putBecomes(201, Map.of("Azure-AsyncOperation", "/operations/1"));
		azure.stubFor(get(urlPathEqualTo("/operations/1")).willReturn(recorded(404, "operation-not-found")));
		failsAt(() -> this.firewall.admit(this.contoso, UNTIL)).withMessageContaining("(OperationNotFound)");
		assertThat(openPriority(this.contoso)).isEqualTo(2001);
	}

	@Test
	void anOperationThatTakesTooLongIsLeftToTheNextAttemptWhichLooksFirst() {
		Firewall impatient = firewall(GROUP, "2000-2999", Duration.ofSeconds(1));
		putBecomes(201, Map.of("Azure-AsyncOperation", "/operations/1"));
		azure.stubFor(get(urlPathEqualTo("/operations/1")).willReturn(recorded(200, "operation-in-progress")));
		failsAt(() -> impatient.admit(this.contoso, UNTIL)).withMessageContaining("has not finished after 1 s");
		assertThat(openPriority(this.contoso)).isEqualTo(2001);

		listHolds(this.contoso, "Updating", 2001, "8.8.8.8/32");
		azure.stubFor(get(urlPathEqualTo(ruleOf(this.contoso)))
			.willReturn(rule(200, this.contoso, "Succeeded", 2001, "8.8.8.8/32")));
		assertThat(impatient.admit(this.contoso, UNTIL)).isEqualTo(Admission.admitted);
		assertThat(writes()).hasSize(1);
	}

	@Test
	void aRuleThatIsBusyWithoutAnOperationIsLookedAtUntilItIsNot() {
		azure.stubFor(put(urlPathEqualTo(ruleOf(this.contoso)))
			.willReturn(rule(201, this.contoso, "Updating", 2001, "8.8.8.8/32")));
		azure.stubFor(get(urlPathEqualTo(ruleOf(this.contoso))).inScenario("rule")
			.whenScenarioStateIs(STARTED)
			.willReturn(rule(200, this.contoso, "Updating", 2001, "8.8.8.8/32"))
			.willSetStateTo("done"));
		azure.stubFor(get(urlPathEqualTo(ruleOf(this.contoso))).inScenario("rule")
			.whenScenarioStateIs("done")
			.willReturn(rule(200, this.contoso, "Succeeded", 2001, "8.8.8.8/32")));
		assertThat(this.firewall.admit(this.contoso, UNTIL)).isEqualTo(Admission.admitted);
		assertThat(azure.findAll(getRequested(ruleOf(this.contoso)))).hasSize(2);
	}

	@Test
	void aRuleThatEndsAsFailedWithoutAnOperationIsNotInForce() {
		azure.stubFor(put(urlPathEqualTo(ruleOf(this.contoso))).willReturn(aResponse().withStatus(200)));
		azure.stubFor(get(urlPathEqualTo(ruleOf(this.contoso)))
			.willReturn(rule(200, this.contoso, "Failed", 2001, "8.8.8.8/32")));
		failsAt(() -> this.firewall.admit(this.contoso, UNTIL)).withMessageContaining("not put the rule in force");
	}

	@Test
	void anotherOperationInTheGroupIsARetryAsLateAsAzureAsks() {
		azure.stubFor(put(urlPathEqualTo(ruleOf(this.contoso)))
			.willReturn(recorded(429, "another-operation").withHeader("Retry-After", "10")));
		failsAt(() -> this.firewall.admit(this.contoso, UNTIL)).satisfies((failure) -> {
			assertThat(failure.system()).isEqualTo("Azure");
			assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(10));
		});
		azure.stubFor(put(urlPathEqualTo(ruleOf(this.contoso)))
			.willReturn(recorded(409, "another-operation").withHeader("Retry-After", "7")));
		failsAt(() -> this.firewall.admit(this.contoso, UNTIL)).withMessageContaining("409 (RetryableError)")
			.satisfies((failure) -> assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(7)));
	}

	@Test
	void whatAzureRefusesIsNamedWithoutItsWords() {
		azure.stubFor(put(urlPathEqualTo(ruleOf(this.contoso))).willReturn(recorded(403, "authorization-failed")));
		failsAt(() -> this.firewall.admit(this.contoso, UNTIL))
			.withMessage("Azure: answered 403 (AuthorizationFailed)");
	}

	@Test
	void whenTheCallerRollsBackTheRuleIsNotForgotten() {
		new TransactionTemplate(this.transactions).executeWithoutResult((caller) -> {
			this.firewall.admit(this.contoso, UNTIL);
			caller.setRollbackOnly();
		});
		assertThat(openPriority(this.contoso)).isEqualTo(2001);
		this.firewall.shut(this.contoso.reference());
		azure.verify(1, deleteRequestedFor(urlPathEqualTo(ruleOf(this.contoso))));
	}

	@Test
	void aCallerMayHaveLockedTheCustomersRecord() {
		new TransactionTemplate(this.transactions).executeWithoutResult((caller) -> {
			this.customers.lock(this.contoso.reference());
			assertThat(this.firewall.admit(this.contoso, UNTIL)).isEqualTo(Admission.admitted);
		});
	}

	@Test
	void aRuleThatWasClosedWhileItWasOpenedDoesNotStay() {
		azure.stubFor(put(urlPathEqualTo(ruleOf(this.contoso)))
			.willReturn(rule(201, this.contoso, "Succeeded", 2001, "8.8.8.8/32").withFixedDelay(1000)));
		Future<?> somebody = Executors.newSingleThreadExecutor().submit(() -> {
			await().until(() -> openPriority(this.contoso) != null);
			nothingStaysOpen();
		});
		assertThatIllegalStateException().isThrownBy(() -> this.firewall.admit(this.contoso, UNTIL));
		assertThat(somebody).isDone();
		azure.verify(1, deleteRequestedFor(urlPathEqualTo(ruleOf(this.contoso))));
	}

	@Test
	void shutRemovesTheRuleAndClosesItsRecordOnce() {
		this.firewall.admit(this.contoso, UNTIL);
		this.firewall.shut(this.contoso.reference());
		this.firewall.shut(this.contoso.reference());
		azure.verify(1, deleteRequestedFor(urlPathEqualTo(ruleOf(this.contoso))).withQueryParam("api-version",
				equalTo("2024-05-01")));
		assertThat(openPriority(this.contoso)).isNull();
		assertThat(this.jdbc.sql("select closed_at is not null from firewall_rule where reference = :reference")
			.param("reference", this.contoso.reference().value())
			.query(Boolean.class)
			.single()).isTrue();
	}

	@Test
	void shutIsFollowedToItsEnd() {
		this.firewall.admit(this.contoso, UNTIL);
		deleteBecomes(aResponse().withStatus(202)
			.withHeader("Location", "{{request.baseUrl}}/operation-results/1")
			.withHeader("Retry-After", "0"));
		azure.stubFor(get(urlPathEqualTo("/operation-results/1")).inScenario("delete")
			.whenScenarioStateIs(STARTED)
			.willReturn(aResponse().withStatus(202))
			.willSetStateTo("done"));
		azure.stubFor(get(urlPathEqualTo("/operation-results/1")).inScenario("delete")
			.whenScenarioStateIs("done")
			.willReturn(aResponse().withStatus(204)));
		this.firewall.shut(this.contoso.reference());
		assertThat(azure.findAll(getRequested("/operation-results/1"))).hasSize(2);
		assertThat(openPriority(this.contoso)).isNull();
	}

	@Test
	void aRemovalWhoseOperationIsForgottenStaysOnRecordUntilTheNextAttempt() {
		this.firewall.admit(this.contoso, UNTIL);
		deleteBecomes(aResponse().withStatus(202).withHeader("Location", "{{request.baseUrl}}/operation-results/1"));
		azure.stubFor(get(urlPathEqualTo("/operation-results/1")).willReturn(recorded(404, "operation-not-found")));
		failsAt(() -> this.firewall.shut(this.contoso.reference())).withMessageContaining("(OperationNotFound)");
		assertThat(openPriority(this.contoso)).isEqualTo(2001);
		deleteBecomes(aResponse().withStatus(204));
		this.firewall.shut(this.contoso.reference());
		assertThat(openPriority(this.contoso)).isNull();
	}

	@Test
	void aRemovalWithoutAnOperationIsLookedAtUntilTheRuleIsGone() {
		this.firewall.admit(this.contoso, UNTIL);
		azure.stubFor(delete(urlPathEqualTo(ruleOf(this.contoso))).willReturn(aResponse().withStatus(202)));
		azure.stubFor(get(urlPathEqualTo(ruleOf(this.contoso))).inScenario(RULE)
			.willSetStateTo(GONE)
			.willReturn(rule(200, this.contoso, "Deleting", 2001, "8.8.8.8/32")));
		azure.stubFor(get(urlPathEqualTo(ruleOf(this.contoso))).inScenario(RULE)
			.whenScenarioStateIs(GONE)
			.willReturn(recorded(404, "rule-not-found")));
		this.firewall.shut(this.contoso.reference());
		assertThat(azure.findAll(getRequested(ruleOf(this.contoso))).size()).isGreaterThanOrEqualTo(2);
		assertThat(openPriority(this.contoso)).isNull();
	}

	@Test
	void aRuleThatIsStillThereAfterItsRemovalStaysOnRecord() {
		this.firewall.admit(this.contoso, UNTIL);
		azure.stubFor(delete(urlPathEqualTo(ruleOf(this.contoso))).willReturn(aResponse().withStatus(202)));
		failsAt(() -> this.firewall.shut(this.contoso.reference())).withMessageContaining("not removed the rule");
		assertThat(openPriority(this.contoso)).isEqualTo(2001);
	}

	@Test
	void aRuleThatIsGoneAlreadyIsShut() {
		for (int status : List.of(404, 204)) {
			this.firewall.admit(this.contoso, UNTIL);
			azure.stubFor(delete(urlPathEqualTo(ruleOf(this.contoso))).willReturn(aResponse().withStatus(status)));
			this.firewall.shut(this.contoso.reference());
			assertThat(openPriority(this.contoso)).isNull();
		}
	}

	@Test
	void aRuleThatCannotBeRemovedStaysOnRecord() {
		this.firewall.admit(this.contoso, UNTIL);
		azure.stubFor(delete(urlPathEqualTo(ruleOf(this.contoso))).willReturn(aResponse().withStatus(503)));
		failsAt(() -> this.firewall.shut(this.contoso.reference())).withMessageContaining("503");
		assertThat(openPriority(this.contoso)).isEqualTo(2001);
	}

	@Test
	void shutOfACustomerWithoutARuleAsksNobody() {
		this.firewall.shut(this.contoso.reference());
		assertThat(azure.getAllServeEvents()).isEmpty();
	}

	@Test
	void aRuleInTheGroupOfBeforeIsRemovedThere() {
		azure.stubFor(get(urlPathEqualTo(OTHER_GROUP + "/securityRules")).willReturn(recorded(200, "rules")));
		azure.stubFor(put(urlPathMatching(OTHER_GROUP + "/.*"))
			.willReturn(rule(201, this.contoso, "Succeeded", 2001, "8.8.8.8/32")));
		firewall(OTHER_GROUP, "2000-2999", Duration.ofSeconds(5)).admit(this.contoso, UNTIL);
		this.firewall.admit(this.contoso, UNTIL);
		azure.verify(1, deleteRequestedFor(urlPathEqualTo(ruleOf(this.contoso).replace(GROUP, OTHER_GROUP))));
		azure.verify(1, putRequestedFor(urlPathEqualTo(ruleOf(this.contoso))));
	}

	@Test
	void writesToOneGroupNeverOverlap() throws Exception {
		azure.stubFor(put(urlPathMatching(RULES + "/.*"))
			.willReturn(rule(201, this.contoso, "Succeeded", 2001, "8.8.8.8/32").withFixedDelay(200)));
		List<Customer> all = Stream.generate(() -> customer("8.8.4.4")).limit(5).toList();
		ExecutorService threads = Executors.newFixedThreadPool(all.size());
		try {
			List<Future<Admission>> admissions = all.stream()
				.map((customer) -> threads.submit(() -> this.firewall.admit(customer, UNTIL)))
				.toList();
			for (Future<Admission> admission : admissions) {
				assertThat(admission.get(30, TimeUnit.SECONDS)).isEqualTo(Admission.admitted);
			}
		}
		finally {
			threads.shutdownNow();
		}
		List<Long> times = writes().stream().map((write) -> write.getLoggedDate().getTime()).sorted().toList();
		for (int write = 1; write < times.size(); write++) {
			assertThat(times.get(write) - times.get(write - 1)).isGreaterThanOrEqualTo(190);
		}
		assertThat(all).extracting(this::openPriority).doesNotHaveDuplicates().doesNotContainNull();
	}

	@Test
	void whileTheCustomersNameIsHeldElsewhereNothingIsDone() {
		Firewall impatient = firewall(settings(GROUP, "2000-2999", Duration.ofSeconds(5), Duration.ofMillis(100)));
		this.firewall.admit(this.contoso, UNTIL);
		try (LedgerPage elsewhere = this.ledger.open()) {
			elsewhere.hold("firewall " + this.contoso.reference(), Duration.ofSeconds(1));
			failsAt(() -> impatient.shut(this.contoso.reference())).withMessageContaining("busy");
			failsAt(() -> impatient.admit(this.contoso, UNTIL)).withMessageContaining("busy");
		}
		azure.verify(0, deleteRequestedFor(urlPathMatching(".*")));
	}

	private Firewall firewall(String group, String priorities, Duration operationTime) {
		AzureSettings settings = settings(group, priorities, operationTime, Duration.ofSeconds(20));
		return firewall(settings);
	}

	private Firewall firewall(AzureSettings settings) {
		return new AzureFirewall(new Turns(settings, groups(settings), this.ledger, this.clock), this.customers);
	}

	private SecurityGroups groups(AzureSettings settings) {
		return new SecurityGroups(new AzureCalls(settings, this.http, new MicrosoftTokens(this.http)), settings);
	}

	private static AzureSettings settings(String group, String priorities, Duration operationTime, Duration patience) {
		return new AzureSettings(URI.create(azure.baseUrl()), URI.create(azure.baseUrl() + "/login"), OUR_TENANT,
				"7c9e2d45-16b8-4a0f-8d73-e4b5f0a1c296", new Secret("secret"), null, null, group, 443,
				PriorityRange.of(priorities), "2024-05-01", operationTime, patience, Duration.ofMinutes(15));
	}

	private Customer customer(String address) {
		return this.customers.add(asked(new TenantId(UUID.randomUUID()), address));
	}

	private static NewCustomer asked(TenantId tenant, String address) {
		return new NewCustomer("Contoso", tenant, null,
				new Administrator("Adele Vance", new EmailAddress("adele@contoso.com"), new PublicAddress(address)),
				null, Language.ENGLISH, null);
	}

	private void look(Consent.Outcome outcome) {
		this.customers.consentSeen(this.contoso.reference(), new Consent(outcome, Map.of(), this.clock.instant()));
	}

	private Integer openPriority(Customer customer) {
		return this.jdbc.sql("select priority from firewall_rule where reference = :reference and closed_at is null")
			.param("reference", customer.reference().value())
			.query(Integer.class)
			.optional()
			.orElse(null);
	}

	private static void putBecomes(int status, Map<String, String> headers) {
		ResponseDefinitionBuilder reply = aResponse().withStatus(status);
		headers.forEach(
				(name, value) -> reply.withHeader(name, value.startsWith("/") ? "{{request.baseUrl}}" + value : value));
		azure.stubFor(put(urlPathMatching(RULES + "/.*")).willReturn(reply));
	}

	private static void deleteBecomes(ResponseDefinitionBuilder reply) {
		azure.stubFor(delete(urlPathMatching(ANY_RULE)).inScenario(RULE).willSetStateTo(GONE).willReturn(reply));
	}

	private static void listHolds(Customer customer, String state, int priority, String source) {
		MappingBuilder list = get(urlPathEqualTo(RULES));
		azure.stubFor(list.willReturn(aResponse().withHeader("Content-Type", "application/json")
			.withBodyFile("rules-with-ours.json")
			.withTransformerParameters(parameters(customer, state, priority, source))));
	}

	private static ResponseDefinitionBuilder rule(int status, Customer customer, String state, int priority,
			String source) {
		return recorded(status, "rule-of-ours")
			.withTransformerParameters(parameters(customer, state, priority, source));
	}

	private static Map<String, Object> parameters(Customer customer, String state, int priority, String source) {
		return Map.of("reference", customer.reference().value(), "state", state, "priority", priority, "source",
				source);
	}

	private static ResponseDefinitionBuilder recorded(int status, String file) {
		return aResponse().withStatus(status)
			.withHeader("Content-Type", "application/json; charset=utf-8")
			.withBodyFile(file + ".json");
	}

	private static String ruleOf(Customer customer) {
		return RULES + "/onboarding-" + customer.reference();
	}

	private static List<LoggedRequest> writes() {
		return azure.findAll(putRequestedFor(urlPathMatching(".*")));
	}

	private static RequestPatternBuilder getRequested(String path) {
		return getRequestedFor(urlPathEqualTo(path));
	}

	private static long millisBetween(LoggedRequest first, LoggedRequest second) {
		return second.getLoggedDate().getTime() - first.getLoggedDate().getTime();
	}

	private static ThrowableAssertAlternative<RemoteCallFailed> failsAt(ThrowingCallable call) {
		return assertThatExceptionOfType(RemoteCallFailed.class).isThrownBy(call);
	}

}
