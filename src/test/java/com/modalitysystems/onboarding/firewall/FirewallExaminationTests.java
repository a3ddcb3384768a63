package com.modalitysystems.onboarding.firewall;

import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;

import com.modalitysystems.onboarding.HouseTest;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.Secret;
import com.modalitysystems.onboarding.database.Ledger;
import com.modalitysystems.onboarding.doctor.Finding;
import com.modalitysystems.onboarding.doctor.Finding.Verdict;
import com.modalitysystems.onboarding.http.HttpClients;
import com.modalitysystems.onboarding.http.MicrosoftTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

@HouseTest
class FirewallExaminationTests {

	private static final String VIDEO_APPLICATION = "2b6f4c1e-8a3d-4f7b-9c25-51e0d7a8b3f6";

	@Autowired
	private AzureSettings right;

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
	private Environment environment;

	private RestClient sandbox;

	@BeforeEach
	void nothingIsOpen() {
		this.sandbox = RestClient.create(this.environment.getRequiredProperty("sandbox.url"));
		this.sandbox.delete().uri("/rules").retrieve().toBodilessEntity();
		closeAll();
	}

	@AfterEach
	void closeAll() {
		this.sandbox.delete().uri("/faults").retrieve().toBodilessEntity();
		this.jdbc.sql("update firewall_rule set closed_at = now() where closed_at is null").update();
	}

	@Test
	void whereAllIsWellItSaysSo() {
		assertThat(examine(this.right)).allSatisfy((finding) -> assertThat(finding.verdict()).isEqualTo(Verdict.ok))
			.extracting(Finding::what)
			.containsExactly("a token for Azure is given", "the security group is there",
					"its rules can be read: 3, 0 of them ours", "1000 of the 1000 priorities 2000-2999 are free",
					"no rule of ours lies there without a reason");
	}

	@Test
	void aWrongSecretIsToldWithTheSettingsToLookAt() {
		assertThat(examine(settings(this.right.clientId(), "wrong", this.right.securityGroup(), "2000-2999")))
			.containsExactly(Finding.failed("Azure: refused a token with AADSTS7000215 (invalid_client)",
					"check firewall.azure.tenant-id, client-id and the secret or certificate"));
	}

	@Test
	void anApplicationWithoutTheRoleIsTold() {
		assertThat(
				examine(settings(VIDEO_APPLICATION, "sandbox-entra-secret", this.right.securityGroup(), "2000-2999")))
			.last()
			.satisfies((finding) -> {
				assertThat(finding.verdict()).isEqualTo(Verdict.failed);
				assertThat(finding.what()).isEqualTo("Azure: answered 403 (AuthorizationFailed)");
				assertThat(finding.fix()).contains("may read and write the group's rules");
			});
	}

	@Test
	void aGroupThatDoesNotExistIsTold() {
		assertThat(examine(settings(this.right.clientId(), this.right.clientSecret().reveal(),
				this.right.securityGroup() + "-2", "2000-2999")))
			.last()
			.isEqualTo(Finding.failed("the security group does not exist", "check firewall.azure.security-group"));
	}

	@Test
	void azureThatIsDownIsTold() {
		this.sandbox.put()
			.uri("/faults")
			.contentType(MediaType.APPLICATION_JSON)
			.body("[{\"target\": \"azure\", \"times\": 1, \"status\": 503}]")
			.retrieve()
			.toBodilessEntity();
		assertThat(examine(this.right)).last().extracting(Finding::what).isEqualTo("Azure: answered 503");
	}

	@Test
	void fewFreePrioritiesAreAWarning() {
		open(3000, 3008);
		assertThat(examine(withPriorities("3000-3010")))
			.contains(Finding.ok("2 of the 11 priorities 3000-3010 are free"));
		open(3009, 3009);
		assertThat(examine(withPriorities("3000-3010")))
			.contains(Finding.warning("1 of the 11 priorities 3000-3010 are free",
					"widen firewall.azure.priorities, or remove rules that have no reason"));
		open(3010, 3010);
		assertThat(examine(withPriorities("3000-3010"))).extracting(Finding::verdict).contains(Verdict.failed);
	}

	@Test
	void prioritiesThatForeignRulesHaveAreNotFree() {
		assertThat(examine(withPriorities("100-119"))).contains(Finding.ok("18 of the 20 priorities 100-119 are free"));
	}

	@Test
	void aRuleThatKeepsEverybodyAwayBeforeOursIsTold() {
		assertThat(examine(withPriorities("4001-4010"))).filteredOn((finding) -> finding.verdict() == Verdict.failed)
			.containsExactly(
					Finding.failed("rule deny-https keeps everybody away before rules of ours above 4000 are asked",
							"give firewall.azure.priorities numbers below 4000"));
		assertThat(examine(withPriorities("3990-4010"))).extracting(Finding::verdict)
			.contains(Verdict.warning)
			.doesNotContain(Verdict.failed);
	}

	private List<Finding> examine(AzureSettings settings) {
		AzureCalls calls = new AzureCalls(settings, this.http, new MicrosoftTokens(this.http));
		SecurityGroups groups = new SecurityGroups(calls, settings);
		return new FirewallExamination(calls, groups, new Reasons(groups, settings, this.customers, this.clock),
				settings, this.ledger, this.clock)
			.findings();
	}

	private AzureSettings withPriorities(String priorities) {
		return settings(this.right.clientId(), this.right.clientSecret().reveal(), this.right.securityGroup(),
				priorities);
	}

	private AzureSettings settings(String clientId, String secret, String group, String priorities) {
		return new AzureSettings(this.right.baseUrl(), this.right.loginUrl(), this.right.tenantId(), clientId,
				new Secret(secret), null, null, group, this.right.port(), PriorityRange.of(priorities),
				this.right.apiVersion(), this.right.operationTime(), this.right.patience(),
				this.right.reconcileEvery());
	}

	private void open(int first, int last) {
		IntStream.rangeClosed(first, last)
			.forEach((priority) -> this.jdbc.sql("""
					insert into firewall_rule (reference, security_group, priority, allocated_at)
					values (:reference, :group, :priority, now())""")
				.param("reference", "OM-33" + priority)
				.param("group", this.right.securityGroup())
				.param("priority", priority)
				.update());
	}

}
