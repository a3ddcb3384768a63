package com.modalitysystems.onboarding;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What only two nodes show; they are started once for all tests. */
@TestInstance(Lifecycle.PER_CLASS)
class TwoNodesIT {

	private static final int CUSTOMERS = 20;

	private static final Pattern LINK = Pattern.compile("/setup/(\\S+)");

	private static final String HELD_AT_CLOSING = """
			select count(*) from act_ru_job job join act_ru_jobdef step on step.id_ = job.job_def_id_
			where job.lock_owner_ = :node and step.act_id_ = 'closeFirewall'
			""";

	private static final String LOCKS_OF_ANOTHER_ZONE = """
			act_ru_job where abs(extract(epoch from lock_exp_time_ - (now() at time zone 'UTC'))) > 300""";

	private static final String STEPS = """
			select step.act_id_ from act_hi_actinst step
			join act_hi_procinst journey on journey.id_ = step.proc_inst_id_
			where journey.business_key_ = :reference and step.act_type_ = 'serviceTask'
			""";

	/** By reference, the tenants of those whom this test onboards. */
	private final Map<String, UUID> customers = new TreeMap<>();

	private final Desk desk = new Desk("root");

	private TwoNodes nodes;

	private JdbcClient database;

	private Outside outside;

	private Instant begun;

	@BeforeAll
	void aWorldAndTwoNodes() throws IOException {
		this.nodes = new TwoNodes();
		this.nodes.start();
		this.database = this.nodes.database();
		this.outside = this.nodes.world();
		this.desk.signIn(this.nodes.other().base(), TwoNodes.PASSWORD);
		this.desk.employ(this.nodes.one().base(), "orders", TwoNodes.PASSWORD, "onboarding-api");
	}

	@AfterAll
	void allEndInTimeAndHaveToldNoSecret() throws Exception {
		try (TwoNodes ending = this.nodes) {
			ending.stop();
			SecretSweep sweep = new SecretSweep("Ada Berg", "ada@customer", "81.2.69.160", TwoNodes.PASSWORD,
					ending.linkSecret());
			assertThat(sweep.in(String.join("\n", ending.log()))).isEmpty();
			assertThat(told()).isNotEmpty();
		}
	}

	@BeforeEach
	void customersOfOtherTestsDoNotMatter() {
		this.customers.clear();
		this.begun = Instant.now();
	}

	@AfterEach
	void nobodyIsLeft() {
		this.database.sql("select distinct business_key_ from act_ru_execution where business_key_ is not null")
			.query(String.class)
			.list()
			.forEach(reference -> system().cancel(reference));
		soon().until(() -> count("act_ru_execution") == 0);
	}

	@Test
	void eightReturnsAtOnceWithOneStateAreTakenUpOnce() throws Exception {
		String reference = invited();
		String state = setOut(reference);
		this.outside.grant(this.customers.get(reference));
		List<String> pages = backToBoth().atOnce(Collections.nCopies(4, success(reference, state)));

		assertThat(pages).hasSize(8);
		assertOneIsWelcomed(pages);
		goesOnOnce(reference);
		assertThat(steps(reference)).doesNotHaveDuplicates();
		assertThat(trail(reference)).containsOnlyOnce("consentReturned")
			.filteredOn("consentReturnedAgain"::equals)
			.hasSize(7);
		nothingFailed();
	}

	@Test
	void returnsOfAllKindsAtOnceLeadOnOnce() throws Exception {
		String reference = invited();
		String used = setOut(reference);
		new Returns(node().base()).atOnce(List.of(success(reference, used)));
		String state = setOut(reference);
		this.outside.grant(this.customers.get(reference));
		List<String> pages = backToBoth().atOnce(List.of(success(reference, state), success(reference, used),
				success(reference, state) + "%20and%20more",
				"admin_consent=True&tenant=" + this.customers.get(reference), "admin_consent=True&state=" + state,
				success(reference, state) + "&error=access_denied"));

		assertThat(pages).hasSize(12);
		assertOneIsWelcomed(pages);
		goesOnOnce(reference);
		assertThat(trail(reference)).filteredOn(what -> Set.of("consentReturned", "consentDeclined").contains(what))
			.as("the return before, and one of six at once")
			.hasSize(2);
		assertThat(trail(reference)).filteredOn("consentReturnedAgain"::equals)
			.as("five of six, and two with the state that was used before")
			.hasSize(7);
		nothingFailed();
	}

	@Test
	void everyOnboardingReachesLiveOnceAlthoughANodeIsKilled() throws Exception {
		ask(CUSTOMERS);
		eachTask("approveRequest", "approve");
		soon().until(() -> letters("your consent is needed") == CUSTOMERS);

		// closings take their time, so that the node dies in the midst of some
		this.outside.faults("{\"target\":\"azure\",\"times\":1000,\"delayMillis\":1500}");
		String victim = lockOwner(this.nodes.other());
		this.customers.values().forEach(this.outside::grant);
		each(reference -> room().press("granted", tokenOf(reference)));
		soon().until(() -> held(HELD_AT_CLOSING, victim) > 0);
		assertThat(count(LOCKS_OF_ANOTHER_ZONE)).as("locks that the other node takes for ended").isZero();
		this.nodes.other().kill();
		assertThat(held(HELD_AT_CLOSING, victim)).as("steps that the dead node was at").isPositive();
		this.outside.noFaults();
		this.nodes.other().start();

		soon().until(() -> letters("now set up Teams") == CUSTOMERS);
		this.nodes.other().awaitReady();
		each(reference -> room().press("done", tokenOf(reference)));
		eachTask("confirmService", "works");
		soon().until(() -> letters("you are live") == CUSTOMERS);

		allAreLive();
		nothingIsDoubled();
		nothingIsLeft();
		assertThat(repeated(this.nodes.one()) + repeated(this.nodes.other())).as("steps done again").isPositive();
		assertThat(told()).anyMatch(line -> this.customers.containsKey(line.path("reference").asText()));
	}

	/** A customer who may go to Microsoft's consent page. */
	private String invited() {
		ask(1);
		eachTask("approveRequest", "approve");
		soon().until(() -> letters("your consent is needed") == 1);
		String reference = this.customers.keySet().iterator().next();
		soon().until(() -> state(reference), "awaitingConsent"::equals);
		return reference;
	}

	private String setOut(String reference) {
		return room().setOut(tokenOf(reference));
	}

	private Returns backToBoth() {
		return new Returns(this.nodes.one().base(), this.nodes.other().base());
	}

	private String success(String reference, String state) {
		return "admin_consent=True&tenant=" + this.customers.get(reference) + "&state=" + state;
	}

	private static void assertOneIsWelcomed(List<String> pages) {
		assertThat(pages).filteredOn(page -> page.contains("Go to your set-up page")).hasSize(1);
		assertThat(pages).filteredOn(page -> page.contains("Thank you for coming back")).hasSize(pages.size() - 1);
	}

	private void goesOnOnce(String reference) {
		soon().until(() -> letters("now set up Teams") == 1);
		soon().until(() -> state(reference), "awaitingSetup"::equals);
		assertThat(steps(reference)).containsOnlyOnce("closeFirewall", "issueTenantKey", "sendSetupInstructions");
	}

	private void nothingFailed() throws IOException {
		assertThat(count("act_ru_incident")).isZero();
		assertThat(told()).filteredOn(line -> Instant.parse(line.path("@timestamp").asText()).isAfter(this.begun))
			.noneMatch(line -> line.has("error") || line.at("/log/level").asText().equals("ERROR"))
			.noneMatch(line -> line.at("/log/logger").asText().endsWith(".FailedStep"));
	}

	private void ask(int many) {
		Collections.nCopies(many, "Customer").forEach(name -> {
			UUID tenant = UUID.randomUUID();
			String domain = "customer-" + tenant + ".example";
			this.outside.tenant(tenant, name, domain);
			String reference = system().ask(name, tenant, "ada@" + domain);
			this.customers.put(reference, tenant);
		});
	}

	private void eachTask(String task, String decision) {
		List<String> tasks = soon().until(() -> this.desk.tasks(node().base(), task),
				open -> open.size() == this.customers.size());
		tasks.forEach(id -> this.desk.decide(node().base(), id, decision));
	}

	private void allAreLive() {
		each(reference -> soon().until(() -> state(reference), "live"::equals));
	}

	private void nothingIsDoubled() {
		each(reference -> assertThat(this.outside.subjects()).filteredOn(subject -> subject.contains(reference))
			.satisfiesExactlyInAnyOrder(subject -> assertThat(subject).contains("we received your request"),
					subject -> assertThat(subject).contains("your consent is needed"),
					subject -> assertThat(subject).contains("now set up Teams"),
					subject -> assertThat(subject).contains("you are live")));
		each(reference -> assertThat(this.database.sql("select * from firewall_rule where reference = :reference")
			.param("reference", reference)
			.query()
			.listOfRows()).singleElement()
			.satisfies(rule -> assertThat(rule.get("opened_at")).isNotNull())
			.satisfies(rule -> assertThat(rule.get("closed_at")).isNotNull()));
		assertThat(this.outside.pexipObjects("azure_tenant")).hasSize(CUSTOMERS);
		assertThat(this.outside.pexipObjects("teams_proxy")).hasSize(CUSTOMERS);
		assertThat(this.outside.pexipObjects("conference")).hasSize(CUSTOMERS);
		assertThat(this.outside.pexipObjects("conference_alias")).hasSize(CUSTOMERS);
		assertThat(this.outside.pexipObjects("gateway_routing_rule")).as("guests and trusted people")
			.hasSize(2 * CUSTOMERS);
	}

	private void nothingIsLeft() {
		assertThat(this.outside.rules()).noneMatch(rule -> rule.contains("OM-"));
		assertThat(count("act_ru_execution")).isZero();
		assertThat(count("act_ru_task")).isZero();
		assertThat(count("act_ru_incident")).isZero();
	}

	private String tokenOf(String reference) {
		String letter = this.outside.textsTo("@", "your consent is needed in Microsoft 365 [" + reference).get(0);
		Matcher link = LINK.matcher(letter);
		assertThat(link.find()).as(letter).isTrue();
		return link.group(1);
	}

	private long letters(String subject) {
		return this.outside.subjects()
			.stream()
			.filter(one -> one.contains(subject) && this.customers.keySet().stream().anyMatch(one::contains))
			.count();
	}

	private String state(String reference) {
		return system().onboarding(reference).path("state").asText();
	}

	private List<String> trail(String reference) {
		return system().trail(reference);
	}

	private List<String> steps(String reference) {
		return this.database.sql(STEPS).param("reference", reference).query(String.class).list();
	}

	/** What both nodes have written into their logs. */
	private List<JsonNode> told() throws IOException {
		List<JsonNode> lines = new ArrayList<>();
		for (String line : this.nodes.log()) {
			lines.add(new ObjectMapper().readTree(line));
		}
		return lines;
	}

	private String lockOwner(PackagedApplication node) throws IOException {
		return new ObjectMapper().readTree(node.management("/health"))
			.at("/components/jobExecutor/details/lockOwner")
			.asText();
	}

	private static double repeated(PackagedApplication node) {
		Matcher figure = Pattern.compile("^onboarding_jobs_repeated_total (\\S+)$", Pattern.MULTILINE)
			.matcher(node.management("/prometheus"));
		assertThat(figure.find()).isTrue();
		return Double.parseDouble(figure.group(1));
	}

	private int held(String sql, String node) {
		return this.database.sql(sql).param("node", node).query(Integer.class).single();
	}

	private int count(String rows) {
		return this.database.sql("select count(*) from " + rows).query(Integer.class).single();
	}

	private void each(Consumer<String> act) {
		this.customers.keySet().forEach(act);
	}

	private Outside room() {
		return new Outside(node().base());
	}

	private Outside system() {
		return new Outside(node().base(), "orders:" + TwoNodes.PASSWORD);
	}

	private PackagedApplication node() {
		return this.nodes.next();
	}

	private static ConditionFactory soon() {
		return await().atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(200));
	}

}
