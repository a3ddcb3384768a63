package com.modalitysystems.onboarding.firewall;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import com.modalitysystems.onboarding.HouseTest;
import com.modalitysystems.onboarding.customer.Administrator;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.EmailAddress;
import com.modalitysystems.onboarding.customer.Language;
import com.modalitysystems.onboarding.customer.NewCustomer;
import com.modalitysystems.onboarding.customer.PublicAddress;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.TenantId;
import com.modalitysystems.onboarding.customer.Trail;
import com.modalitysystems.onboarding.customer.WaitingFor;
import com.modalitysystems.onboarding.database.Ledger;
import com.modalitysystems.onboarding.database.LedgerPage;
import com.modalitysystems.onboarding.doctor.Finding;
import com.modalitysystems.onboarding.time.SettableClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

@HouseTest
@ExtendWith(OutputCaptureExtension.class)
class ReconciliationIntegrationTests {

	private static final CustomerReference STRANGER = new CustomerReference("OM-222222");

	@Autowired
	private Firewall firewall;

	@Autowired
	private Turns turns;

	@Autowired
	private Reconciliation reconciliation;

	@Autowired
	private FirewallExamination examination;

	@Autowired
	private SecurityGroups groups;

	@Autowired
	private AzureSettings settings;

	@Autowired
	private Customers customers;

	@Autowired
	private Trail trail;

	@Autowired
	private Ledger ledger;

	@Autowired
	private SettableClock clock;

	@Autowired
	private MeterRegistry meters;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Environment environment;

	private RestClient sandbox;

	private Customer contoso;

	@BeforeEach
	void anOpenWindow() {
		this.sandbox = RestClient.create(this.environment.getRequiredProperty("sandbox.url"));
		this.jdbc.sql("update firewall_rule set closed_at = now() where closed_at is null").update();
		this.sandbox.delete().uri("/rules").retrieve().toBodilessEntity();
		this.contoso = this.customers.add(new NewCustomer("Contoso", new TenantId(UUID.randomUUID()), null,
				new Administrator("Adele Vance", new EmailAddress("adele@contoso.com"), new PublicAddress("8.8.8.8")),
				null, Language.ENGLISH, null));
		this.firewall.admit(this.contoso);
	}

	@AfterEach
	void nothingStays() {
		this.clock.reset();
		this.sandbox.delete().uri("/faults").retrieve().toBodilessEntity();
		this.sandbox.delete().uri("/rules").retrieve().toBodilessEntity();
		this.jdbc.sql("update firewall_rule set closed_at = now() where closed_at is null").update();
	}

	@Test
	void whereAllIsWellNothingIsWrittenAndNothingIsSaid(CapturedOutput output) {
		long writes = writes();
		this.reconciliation.reconcile();
		assertThat(writes()).isEqualTo(writes);
		assertThat(output.getAll()).doesNotContain("Reconciliation");
		assertThat(figure("strays")).isZero();
		assertThat(figure("priorities.free")).isEqualTo(999);
		assertThat(warnings()).isEmpty();
	}

	@Test
	void aRuleThatVanishedIsInForceAgain(CapturedOutput output) {
		vanish(this.contoso.reference());
		assertThat(warnings()).singleElement().asString().contains("open on our record and not in force: 1");
		this.reconciliation.reconcile();
		assertThat(rule(this.contoso.reference())).hasSize(1);
		assertThat(trail()).containsExactly("firewallRestored");
		assertThat(output.getAll()).contains(this.contoso.reference() + ": its firewall rule had vanished");
		this.reconciliation.reconcile();
		assertThat(trail()).hasSize(1);
	}

	@Test
	void aRuleThatVanishedWhenTheGroupWasMadeAnewUnderAnotherNameIsMadeInTheNewOne() {
		this.jdbc.sql("update firewall_rule set security_group = security_group || '-before' where closed_at is null")
			.update();
		vanish(this.contoso.reference());
		this.reconciliation.reconcile();
		assertThat(rule(this.contoso.reference())).hasSize(1);
	}

	@Test
	void aRuleThatVanishedWhenNobodyIsToComeAnyMoreStaysAway() {
		vanish(this.contoso.reference());
		this.customers.enter(this.contoso.reference(), Stage.cancelled, WaitingFor.nobody);
		this.reconciliation.reconcile();
		assertThat(rule(this.contoso.reference())).isEmpty();
		assertThat(trail()).isEmpty();
	}

	@Test
	void aRuleThatWasShutIsNotRestored() {
		this.firewall.shut(this.contoso.reference());
		this.reconciliation.reconcile();
		// as if it had been shut after we looked
		this.reconciliation.restore(this.contoso.reference());
		assertThat(rule(this.contoso.reference())).isEmpty();
	}

	@Test
	void oneThatCannotBeRestoredIsToldAndDoesNotHoldUpTheOthers(CapturedOutput output) {
		vanish(this.contoso.reference());
		this.sandbox.put()
			.uri("/faults")
			.contentType(MediaType.APPLICATION_JSON)
			.body("[{\"target\": \"azure\", \"path\": \".*" + this.contoso.reference()
					+ "\", \"times\": 1, \"status\": 503}]")
			.retrieve()
			.toBodilessEntity();
		this.reconciliation.reconcile();
		assertThat(output.getAll()).contains(this.contoso.reference() + ": its firewall rule has vanished and cannot",
				"Azure: answered 503");
		this.reconciliation.reconcile();
		assertThat(rule(this.contoso.reference())).hasSize(1);
	}

	@Test
	void aRuleThatIsClosedOnRecordIsToldAndNotRemoved(CapturedOutput output) {
		// as a node leaves it that was paused while Azure wrote the rule
		this.jdbc.sql("update firewall_rule set closed_at = now() where reference = :reference")
			.param("reference", this.contoso.reference().value())
			.update();
		this.reconciliation.reconcile();
		this.reconciliation.reconcile();
		String told = "onboarding-" + this.contoso.reference() + " (closed on our record)";
		assertThat(output.getAll().lines().filter((line) -> line.contains(told))).hasSize(1);
		assertThat(figure("strays")).isOne();
		assertThat(warnings()).singleElement().asString().contains(told);
		assertThat(rule(this.contoso.reference())).hasSize(1);
	}

	@Test
	void aRuleOfAnUnknownOnboardingIsTold(CapturedOutput output) {
		this.groups.put(this.settings.securityGroup(), SecurityRule.nameFor(STRANGER),
				SecurityRule.admitting(this.contoso, 443, 2500, this.clock.instant()));
		this.reconciliation.reconcile();
		assertThat(output.getAll()).contains("onboarding-OM-222222 (no onboarding of ours has this name)");
		assertThat(rule(STRANGER)).hasSize(1);
	}

	@Test
	void aRuleOfAnOnboardingThatEndedIsToldOnceItsRemovalIsOverdue() {
		this.customers.enter(this.contoso.reference(), Stage.cancelled, WaitingFor.nobody);
		this.reconciliation.reconcile();
		assertThat(figure("strays")).isZero();
		this.clock.advance(Duration.ofHours(1));
		this.reconciliation.reconcile();
		assertThat(figure("strays")).isOne();
		assertThat(warnings()).singleElement().asString().contains("has no more use for it");
		this.firewall.shut(this.contoso.reference());
		this.reconciliation.reconcile();
		assertThat(figure("strays")).isZero();
	}

	@Test
	void onlyOneNodeLooksAtATime() {
		vanish(this.contoso.reference());
		try (LedgerPage elsewhere = this.ledger.open()) {
			elsewhere.hold("firewall reconciliation", Duration.ofSeconds(1));
			impatient().reconcile();
			assertThat(rule(this.contoso.reference())).isEmpty();
		}
		impatient().reconcile();
		assertThat(rule(this.contoso.reference())).hasSize(1);
	}

	@Test
	void whenAzureCannotBeAskedOneLineSaysSo(CapturedOutput output) {
		this.sandbox.put()
			.uri("/faults")
			.contentType(MediaType.APPLICATION_JSON)
			.body("[{\"target\": \"azure\", \"times\": 1, \"status\": 503}]")
			.retrieve()
			.toBodilessEntity();
		this.reconciliation.reconcile();
		assertThat(output.getAll().lines().filter((line) -> line.contains("Reconciliation"))).singleElement()
			.asString()
			.contains("could not be compared", "Azure: answered 503");
	}

	private Reconciliation impatient() {
		AzureSettings impatient = new AzureSettings(this.settings.baseUrl(), this.settings.loginUrl(),
				this.settings.tenantId(), this.settings.clientId(), this.settings.clientSecret(), null, null,
				this.settings.securityGroup(), this.settings.port(), this.settings.priorities(),
				this.settings.apiVersion(), this.settings.lifetime(), this.settings.operationTime(),
				Duration.ofMillis(100), this.settings.reconcileEvery());
		return new Reconciliation(this.turns, this.groups,
				new Strays(this.groups, this.settings, this.customers, this.clock), impatient, this.customers,
				this.trail, this.ledger, this.clock, new SimpleMeterRegistry());
	}

	private void vanish(CustomerReference reference) {
		this.sandbox.delete().uri("/rules/onboarding-{reference}", reference).retrieve().toBodilessEntity();
		assertThat(rule(reference)).isEmpty();
	}

	private List<SecurityRule> rule(CustomerReference reference) {
		return this.groups.find(this.settings.securityGroup(), SecurityRule.nameFor(reference)).stream().toList();
	}

	private List<Finding> warnings() {
		return this.examination.findings()
			.stream()
			.filter((finding) -> finding.verdict() != Finding.Verdict.ok)
			.toList();
	}

	private List<String> trail() {
		return this.trail.of(this.contoso.reference()).stream().map(Trail.Event::what).toList();
	}

	private double figure(String name) {
		return this.meters.get("onboarding.firewall." + name).gauge().value();
	}

	private long writes() {
		String journal = this.sandbox.get()
			.uri("/journal?target=azure")
			.accept(MediaType.APPLICATION_JSON)
			.retrieve()
			.body(String.class);
		return journal.split("\"method\":\"PUT\"", -1).length;
	}

}
