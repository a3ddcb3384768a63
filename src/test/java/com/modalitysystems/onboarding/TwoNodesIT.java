package com.modalitysystems.onboarding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Two nodes of the packaged application in production form on one database. The world
 * outside is the sandbox of a third process, which has a database of its own.
 */
class TwoNodesIT {

	private static final int CUSTOMERS = 20;

	private static final Path PLACE = Path.of("target", "two-nodes");

	private static final String PASSWORD = "Correct-Horse-7-Battery";

	private static final Pattern LINK = Pattern.compile("/setup/(\\S+)");

	private static final String HELD_AT_CLOSING = """
			select count(*) from act_ru_job job join act_ru_jobdef step on step.id_ = job.job_def_id_
			where job.lock_owner_ = :node and step.act_id_ = 'closeFirewall'
			""";

	private static final String LOCKS_OF_ANOTHER_ZONE = """
			act_ru_job where abs(extract(epoch from lock_exp_time_ - (now() at time zone 'UTC'))) > 300""";

	/** By reference, the tenants of those who are being onboarded. */
	private final Map<String, UUID> customers = new TreeMap<>();

	private final Desk desk = new Desk("root");

	private EmbeddedPostgres postgres;

	private JdbcClient database;

	private PackagedApplication world;

	private PackagedApplication one;

	private PackagedApplication other;

	private Outside outside;

	private int turn;

	@BeforeEach
	void aWorldAndTwoNodes() throws IOException {
		FileSystemUtils.deleteRecursively(PLACE);
		Files.createDirectories(PLACE.resolve("secrets"));
		this.postgres = EmbeddedPostgres.start();
		JdbcClient.create(this.postgres.getPostgresDatabase()).sql("create database world").update();
		JdbcClient.create(this.postgres.getPostgresDatabase()).sql("create database onboarding").update();
		this.database = JdbcClient.create(this.postgres.getDatabase("postgres", "onboarding"));
		int smtp = PackagedApplication.freePort();
		this.world = new PackagedApplication(PLACE.resolve("world.log"), "UTC", "--spring.profiles.active=sandbox",
				"--sandbox.smtp-port=" + smtp, "--spring.datasource.url=" + url("world"),
				"--spring.datasource.username=postgres", "--spring.datasource.password=postgres");
		this.outside = new Outside(this.world.base());
		settings(smtp);
		secrets();
		this.one = node("one", "Europe/Berlin");
		this.other = node("other", "America/New_York");
		Stream.of(this.world, this.one, this.other).forEach(PackagedApplication::start);
		Stream.of(this.world, this.one, this.other).forEach(PackagedApplication::awaitReady);
	}

	@AfterEach
	void allEnd() throws IOException {
		Stream.of(this.world, this.one, this.other).forEach(PackagedApplication::close);
		this.postgres.close();
	}

	@Test
	void everyOnboardingReachesLiveOnceAlthoughANodeIsKilled() throws Exception {
		this.desk.signIn(this.other.base(), PASSWORD);
		this.desk.employ(this.one.base(), "orders", PASSWORD, "onboarding-api");
		ask();
		eachTask("approveRequest", "approve");
		soon().until(() -> letters("your consent is needed") == CUSTOMERS);

		// closings take their time, so that the node dies in the midst of some
		this.outside.faults("{\"target\":\"azure\",\"times\":1000,\"delayMillis\":3000}");
		String victim = lockOwner(this.other);
		this.customers.values().forEach(this.outside::grant);
		each(reference -> room().press("granted", tokenOf(reference)));
		soon().until(() -> held(HELD_AT_CLOSING, victim) > 0);
		assertThat(count(LOCKS_OF_ANOTHER_ZONE)).as("locks that the other node takes for ended").isZero();
		this.other.kill();
		assertThat(held(HELD_AT_CLOSING, victim)).as("steps that the dead node was at").isPositive();
		this.outside.noFaults();
		this.other.start();

		soon().until(() -> letters("now set up Teams") == CUSTOMERS);
		this.other.awaitReady();
		each(reference -> room().press("done", tokenOf(reference)));
		eachTask("confirmService", "works");
		soon().until(() -> letters("you are live") == CUSTOMERS);

		allAreLive();
		nothingIsDoubled();
		nothingIsLeft();
		assertThat(repeated(this.one) + repeated(this.other)).as("steps done again").isPositive();
		stop();
		logsAreInOrder();
	}

	private void ask() {
		Collections.nCopies(CUSTOMERS, "Customer").forEach(name -> {
			UUID tenant = UUID.randomUUID();
			String domain = "customer" + this.customers.size() + ".example";
			this.outside.tenant(tenant, name, domain);
			String reference = new Outside(node().base(), "orders:" + PASSWORD).ask(name, tenant, "ada@" + domain);
			this.customers.put(reference, tenant);
		});
	}

	private void eachTask(String task, String decision) {
		List<String> tasks = soon().until(() -> this.desk.tasks(node().base(), task), open -> open.size() == CUSTOMERS);
		tasks.forEach(id -> this.desk.decide(node().base(), id, decision));
	}

	private void allAreLive() {
		each(reference -> soon().untilAsserted(() -> assertThat(
				new Outside(node().base(), "orders:" + PASSWORD).onboarding(reference).path("state").asText())
			.isEqualTo("live")));
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

	private void stop() throws InterruptedException {
		this.one.stop();
		this.other.stop();
	}

	private void logsAreInOrder() throws IOException {
		SecretSweep sweep = new SecretSweep("Ada Berg", "ada@customer", "81.2.69.160", PASSWORD,
				Files.readString(PLACE.resolve("secrets/onboarding.link-secret")));
		List<JsonNode> lines = new ArrayList<>();
		for (PackagedApplication node : List.of(this.one, this.other)) {
			assertThat(sweep.in(String.join("\n", node.log()))).isEmpty();
			for (String line : node.log()) {
				lines.add(new ObjectMapper().readTree(line));
			}
		}
		assertThat(lines).anyMatch(line -> this.customers.containsKey(line.path("reference").asText()));
	}

	private String tokenOf(String reference) {
		String letter = this.outside.textsTo("@", "your consent is needed in Microsoft 365 [" + reference).get(0);
		Matcher link = LINK.matcher(letter);
		assertThat(link.find()).as(letter).isTrue();
		return link.group(1);
	}

	private long letters(String subject) {
		return this.outside.subjects().stream().filter(one -> one.contains(subject)).count();
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

	/** The node whose turn it is, of those that run. */
	private PackagedApplication node() {
		this.turn++;
		return (this.turn % 2 == 0) ? this.one : this.other;
	}

	private static ConditionFactory soon() {
		return await().atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(200));
	}

	private PackagedApplication node(String name, String timeZone) {
		return new PackagedApplication(PLACE.resolve(name + ".log"), timeZone,
				"--spring.config.additional-location=file:" + PLACE.resolve("application.properties"),
				"--spring.config.import=configtree:" + PLACE.resolve("secrets") + "/");
	}

	private String url(String name) {
		return this.postgres.getJdbcUrl("postgres", name);
	}

	private void settings(int smtp) throws IOException {
		String sandbox = this.world.base() + "/sandbox";
		Files.writeString(PLACE.resolve("application.properties"), """
				onboarding.public-url=http://localhost
				onboarding.allow-loopback-services=true
				directory.entra.login-url=%1$s/login
				directory.entra.graph-url=%1$s/graph
				directory.entra.home-tenant=6f1d9a52-3c47-4b5e-9a51-0d2c8e7f4a10
				directory.entra.client-id=2b6f4c1e-8a3d-4f7b-9c25-51e0d7a8b3f6
				firewall.azure.base-url=%1$s/azure
				firewall.azure.login-url=%1$s/login
				firewall.azure.tenant-id=6f1d9a52-3c47-4b5e-9a51-0d2c8e7f4a10
				firewall.azure.client-id=7c9e2d45-16b8-4a0f-8d73-e4b5f0a1c296
				firewall.azure.security-group=/subscriptions/0f8e7d6c-5b4a-4392-8170-6f5e4d3c2b1a/resourceGroups/\
				onemeeting-eu-TeamsConn-RG/providers/Microsoft.Network/networkSecurityGroups/onemeeting-eu-nsg
				conference.pexip.base-url=%1$s/pexip
				conference.pexip.username=onboarding
				conference.pexip.connector-address=modalitygw1.eu.teams.videosrv.net
				conference.pexip.alias-domain=videosrv.net
				conference.pexip.instruction-host=px-eu.videosrv.net
				conference.pexip.trusted-application-id=2b6f4c1e-8a3d-4f7b-9c25-51e0d7a8b3f6
				mail.from=onemeeting@videosrv.net
				mail.tls=none
				spring.mail.host=localhost
				spring.mail.port=%2$d
				spring.datasource.url=%3$s
				spring.datasource.username=postgres
				staff.administrator.id=root
				camunda.bpm.job-execution.lock-time-in-millis=45000
				logging.structured.format.console=ecs
				""".formatted(sandbox, smtp, url("onboarding")));
	}

	private void secrets() throws IOException {
		Map<String, String> secrets = Map.of("spring.datasource.password", "postgres", "onboarding.link-secret",
				UUID.randomUUID() + "-" + UUID.randomUUID(), "staff.administrator.password", PASSWORD,
				"directory.entra.client-secret", "sandbox-entra-secret", "firewall.azure.client-secret",
				"sandbox-azure-secret", "conference.pexip.password", "sandbox-pexip-password");
		for (Map.Entry<String, String> secret : secrets.entrySet()) {
			Files.writeString(PLACE.resolve("secrets").resolve(secret.getKey()), secret.getValue());
		}
	}

}
