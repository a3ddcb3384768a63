package com.modalitysystems.onboarding;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.OnboardingRequest;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.process.Onboarding;
import com.modalitysystems.onboarding.time.SettableClock;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fifty customers are approved in the same moment, while each tenth call to the outside
 * world is put off.
 */
@HouseTest
@TestPropertySource(properties = "sandbox.operation-polls=0")
class ManyAtOnceIntegrationTests {

	private static final int CUSTOMERS = 50;

	@Autowired
	private Environment environment;

	@Autowired
	private Onboarding onboarding;

	@Autowired
	private Customers customers;

	@Autowired
	private TaskService tasks;

	@Autowired
	private HistoryService history;

	@Autowired
	private SettableClock clock;

	@Autowired
	private JdbcClient jdbc;

	private Outside outside;

	@BeforeEach
	void theWorld() {
		this.outside = new Outside("http://localhost:" + this.environment.getRequiredProperty("server.port"));
	}

	@AfterEach
	void theWorldIsWellAgain() {
		this.outside.noFaults();
		this.clock.reset();
	}

	@Test
	void eachGetsARuleAndAKeyOfItsOwnAndNothingIsLost() throws Exception {
		List<CustomerReference> all = IntStream.range(0, CUSTOMERS).mapToObj(this::request).toList();
		await(() -> assertThat(approvals(all)).hasSize(CUSTOMERS));
		this.outside.putOffEachTenthCall();
		atOnce(approvals(all), this::approve);

		await(() -> assertThat(at(all, Stage.awaitingConsent)).hasSize(CUSTOMERS));
		List<String> rules = all.stream().flatMap((reference) -> this.outside.rulesOf(reference.value())).toList();
		assertThat(rules).hasSize(CUSTOMERS);
		assertThat(this.outside.priorities()).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(CUSTOMERS);

		atOnce(all, this::consent);
		await(() -> assertThat(at(all, Stage.awaitingSetup)).hasSize(CUSTOMERS));
		assertThat(all).extracting((reference) -> this.customers.require(reference).issued().tenantKey())
			.doesNotHaveDuplicates()
			.doesNotContainNull();
		assertThat(all).flatExtracting((reference) -> this.outside.rulesOf(reference.value()).toList()).isEmpty();
		assertThat(all).allSatisfy((reference) -> assertThat(incidents(reference)).isZero());
		await(() -> {
			List<String> recipients = this.outside.recipients();
			assertThat(all)
				.allSatisfy((reference) -> assertThat(recipients).filteredOn((one) -> one.contains(email(reference)))
					.hasSize(3));
		});
		assertThat(this.outside.putOff()).as("calls that were put off").isGreaterThan(CUSTOMERS);
	}

	private CustomerReference request(int number) {
		UUID tenant = UUID.randomUUID();
		String domain = "many-%d-%s.example".formatted(number, tenant.toString().substring(0, 8));
		this.outside.tenant(tenant, "Many " + number, domain);
		return this.onboarding
			.begin(new OnboardingRequest("Many Ltd", tenant.toString(), "GB", "Ada Berg", "ada@" + domain,
					"81.2.69." + number, null, "en", null), Actor.SYSTEM)
			.reference();
	}

	private List<Task> approvals(List<CustomerReference> all) {
		String[] keys = all.stream().map(CustomerReference::value).toArray(String[]::new);
		return this.tasks.createTaskQuery()
			.processInstanceBusinessKeyIn(keys)
			.taskDefinitionKey("approveRequest")
			.list();
	}

	private void approve(Task task) {
		this.tasks.complete(task.getId(), Map.of("decision", "approve"));
	}

	private void consent(CustomerReference reference) {
		this.outside.grant(this.customers.require(reference).requireTenantId().value());
		this.onboarding.consentGranted(reference);
	}

	private List<Customer> at(List<CustomerReference> all, Stage stage) {
		return all.stream()
			.map(this.customers::require)
			.filter((customer) -> customer.stage() == stage)
			.collect(Collectors.toList());
	}

	private String email(CustomerReference reference) {
		return this.customers.require(reference).administrator().email().value();
	}

	private long incidents(CustomerReference reference) {
		return this.history.createHistoricProcessInstanceQuery()
			.processInstanceBusinessKey(reference.value())
			.withIncidents()
			.count();
	}

	private static <T> void atOnce(List<T> subjects, Consumer<T> act) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(subjects.size());
		try {
			for (Future<?> done : subjects.stream().map((one) -> threads.submit(() -> act.accept(one))).toList()) {
				done.get();
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	/**
	 * Wait until it is so. Steps that were put off wait on the engine's timer, for
	 * minutes: when nobody is at work, the clock goes ahead to the next of them.
	 */
	private void await(ThrowingRunnable so) {
		Awaitility.await().atMost(Duration.ofMinutes(8)).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
			if (nobodyIsAtWork()) {
				this.clock.advance(Duration.ofMinutes(1));
			}
			so.run();
		});
	}

	private boolean nobodyIsAtWork() {
		return this.jdbc.sql("""
				select not exists (select from act_ru_job
				where lock_owner_ is not null or (retries_ > 0 and coalesce(duedate_, :now) <= :now))""")
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.query(Boolean.class)
			.single();
	}

}
