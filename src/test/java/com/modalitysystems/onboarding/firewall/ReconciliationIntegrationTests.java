package com.modalitysystems.onboarding.firewall;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.modalitysystems.onboarding.HouseTest;
import com.modalitysystems.onboarding.customer.Administrator;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.CustomerWishes;
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
	private Repairs repairs;

	@Autowired
	private Reconciliation reconciliation;

	@Autowired
	private Reasons reasons;

	@Autowired
	private FirewallExamination examination;

	@Autowired
	private SecurityGroups groups;

	@Autowired
	private AzureSettings settings;

	@Autowired
	private Customers customers;

	@Autowired
	private CustomerWishes wishes;

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
		this.firewall.admit(this.contoso, until());
		this.wishes.windowOpened(this.contoso.reference(), this.contoso.administrator().address(), until());
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
		assertThat(warnings()).singleElement().asString().contains("not as our record says: 1");
		this.reconciliation.reconcile();
		assertThat(rule(this.contoso.reference())).hasSize(1);
		assertThat(trail()).containsExactly("firewallRestored");
		assertThat(output.getAll())
			.contains(this.contoso.reference() + ": its firewall rule was not as our record says");
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
		this.repairs.restore(this.contoso.reference());
		assertThat(rule(this.contoso.reference())).isEmpty();
	}

	@Test
	void oneThatCannotBeRestoredIsToldAndDoesNotHoldUpTheOthers(CapturedOutput output) {
		vanish(this.contoso.reference());
		fault(".*" + this.contoso.reference());
		this.reconciliation.reconcile();
		assertThat(output.getAll()).contains(
				this.contoso.reference() + ": its firewall rule is not as our record says, and cannot",
				"Azure: answered 503");
		this.reconciliation.reconcile();
		assertThat(rule(this.contoso.reference())).hasSize(1);
	}

	@Test
	void aRuleThatIsClosedOnRecordIsRemoved(CapturedOutput output) {
		// as a node leaves it that was paused while Azure wrote the rule
		this.jdbc.sql("update firewall_rule set closed_at = now() where reference = :reference")
			.param("reference", this.contoso.reference().value())
			.update();
		assertThat(warnings()).singleElement()
			.asString()
			.contains("onboarding-" + this.contoso.reference() + " (closed on our record)");
		assertSwept("closed on our record", output);
	}

	@Test
	void aRuleOfAnUnknownOnboardingIsRemoved(CapturedOutput output) {
		write(STRANGER, this.contoso, 2500);
		double swept = swept();
		this.reconciliation.reconcile();
		assertThat(rule(STRANGER)).isEmpty();
		assertThat(swept()).isEqualTo(swept + 1);
		assertThat(output.getAll()).contains(
				"OM-222222: its firewall rule had no reason any more and was removed: no onboarding of ours has this name");
	}

	@Test
	void aRuleWhoseNameOnlyLooksLikeOursIsSomebodyElses() {
		this.groups.put(this.settings.securityGroup(), "onboarding-portal",
				SecurityRule.admitting(this.contoso, 443, 2500, this.clock.instant()));
		this.reconciliation.reconcile();
		assertThat(this.groups.find(this.settings.securityGroup(), "onboarding-portal")).isPresent();
	}

	@Test
	void aRuleOfAnOnboardingThatEndedIsRemovedOnceItsRemovalIsOverdue(CapturedOutput output) {
		this.customers.enter(this.contoso.reference(), Stage.cancelled, WaitingFor.nobody);
		this.reconciliation.reconcile();
		assertThat(rule(this.contoso.reference())).hasSize(1);
		this.clock.advance(Duration.ofHours(1));
		assertThat(warnings()).singleElement().asString().contains("has no more use for it");
		assertSwept("its onboarding has no more use for it", output);
	}

	@Test
	void aRuleWhoseTimeIsLongOverIsRemovedAndTheRecordSaysSo(CapturedOutput output) {
		this.clock.advance(Duration.ofDays(3));
		this.reconciliation.reconcile();
		assertThat(rule(this.contoso.reference())).as("the step that removes it may be on its way").hasSize(1);
		this.clock.advance(Duration.ofHours(1));
		assertSwept("its window is shut", output);
		assertThat(this.customers.require(this.contoso.reference()).window().isOpen()).isFalse();
	}

	@Test
	void aRuleOfWhichTheRecordNeverHeardIsRemoved(CapturedOutput output) {
		this.wishes.windowShut(this.contoso.reference());
		this.reconciliation.reconcile();
		assertThat(rule(this.contoso.reference())).as("the step that writes the record may be on its way").hasSize(1);
		this.clock.advance(Duration.ofHours(1));
		assertSwept("its window is shut", output);
	}

	@Test
	void aRuleThatIsOnRecordInAGroupOfBeforeIsClosedThereToo() {
		this.jdbc.sql("update firewall_rule set security_group = security_group || '-before' where closed_at is null")
			.update();
		this.customers.enter(this.contoso.reference(), Stage.cancelled, WaitingFor.nobody);
		this.clock.advance(Duration.ofHours(1));
		this.reconciliation.reconcile();
		assertThat(rule(this.contoso.reference())).isEmpty();
		assertThat(openOnRecord()).isZero();
	}

	@Test
	void aRuleThatLetsSomebodyElseInIsPutRight(CapturedOutput output) {
		Customer stranger = this.customers.add(new NewCustomer("Fabrikam", new TenantId(UUID.randomUUID()), null,
				new Administrator("Mallory", new EmailAddress("mallory@fabrikam.com"), new PublicAddress("9.9.9.9")),
				null, Language.ENGLISH, null));
		write(this.contoso.reference(), stranger, 2000);
		assertThat(warnings()).singleElement().asString().contains("not as our record says: 1");
		this.reconciliation.reconcile();
		assertThat(source()).isEqualTo("8.8.8.8/32");
		assertThat(trail()).containsExactly("firewallRestored");
		assertThat(output.getAll()).contains("its firewall rule was not as our record says, and is again");
	}

	@Test
	void aRuleForAnAddressOfBeforeFollowsTheRecord() {
		this.customers.correct(this.contoso.reference(),
				new NewCustomer(
						"Contoso", this.contoso.requireTenantId(), null, new Administrator("Adele Vance",
								new EmailAddress("adele@contoso.com"), new PublicAddress("9.9.9.9")),
						null, Language.ENGLISH, null));
		this.reconciliation.reconcile();
		assertThat(source()).isEqualTo("9.9.9.9/32");
	}

	@Test
	void aRuleThatCannotBeRemovedYetIsToldAndCounted(CapturedOutput output) {
		this.customers.enter(this.contoso.reference(), Stage.cancelled, WaitingFor.nobody);
		this.clock.advance(Duration.ofHours(1));
		fault(".*" + this.contoso.reference());
		this.reconciliation.reconcile();
		assertThat(figure("strays")).isOne();
		assertThat(output.getAll()).contains(
				this.contoso.reference() + ": its firewall rule has no reason any more and cannot be removed yet");
		assertSwept("its onboarding has no more use for it", output);
	}

	@Test
	void aRuleThatHasAReasonByNowStays() {
		// as if it had been found without one, and was opened since
		assertThat(this.repairs.sweep(this.contoso.reference())).isTrue();
		assertThat(rule(this.contoso.reference())).hasSize(1);
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
		fault(".*");
		this.reconciliation.reconcile();
		assertThat(output.getAll().lines().filter((line) -> line.contains("Reconciliation"))).singleElement()
			.asString()
			.contains("could not be compared", "Azure: answered 503");
	}

	private void assertSwept(String why, CapturedOutput output) {
		double swept = swept();
		this.reconciliation.reconcile();
		assertThat(rule(this.contoso.reference())).isEmpty();
		assertThat(openOnRecord()).isZero();
		assertThat(figure("strays")).isZero();
		assertThat(swept()).isEqualTo(swept + 1);
		assertThat(this.trail.of(this.contoso.reference())).last().satisfies((event) -> {
			assertThat(event.what()).isEqualTo("firewallClosed");
			assertThat(event.details()).containsEntry("why", why);
		});
		assertThat(output.getAll())
			.contains(this.contoso.reference() + ": its firewall rule had no reason any more and was removed: " + why);
	}

	private Reconciliation impatient() {
		AzureSettings impatient = new AzureSettings(this.settings.baseUrl(), this.settings.loginUrl(),
				this.settings.tenantId(), this.settings.clientId(), this.settings.clientSecret(), null, null,
				this.settings.securityGroup(), this.settings.port(), this.settings.priorities(),
				this.settings.apiVersion(), this.settings.operationTime(), Duration.ofMillis(100),
				this.settings.reconcileEvery());
		return new Reconciliation(this.repairs, this.groups, this.reasons, impatient, this.ledger, this.clock,
				new SimpleMeterRegistry());
	}

	private Instant until() {
		return this.clock.instant().plus(Duration.ofDays(3));
	}

	private void write(CustomerReference name, Customer admitted, int priority) {
		this.groups.put(this.settings.securityGroup(), SecurityRule.nameFor(name),
				SecurityRule.admitting(admitted, 443, priority, this.clock.instant()));
	}

	private void fault(String path) {
		this.sandbox.put()
			.uri("/faults")
			.contentType(MediaType.APPLICATION_JSON)
			.body("[{\"target\": \"azure\", \"path\": \"" + path + "\", \"times\": 1, \"status\": 503}]")
			.retrieve()
			.toBodilessEntity();
	}

	private String source() {
		return rule(this.contoso.reference()).get(0).properties().sourceAddressPrefix();
	}

	private int openOnRecord() {
		return this.jdbc.sql("select count(*) from firewall_rule where closed_at is null")
			.query(Integer.class)
			.single();
	}

	private double swept() {
		return this.meters.get("onboarding.firewall.swept").counter().count();
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
