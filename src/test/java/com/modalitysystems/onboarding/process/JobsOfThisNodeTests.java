package com.modalitysystems.onboarding.process;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.OnboardingApplication;
import io.micrometer.core.instrument.MeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.awaitility.core.ConditionFactory;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What becomes of jobs when their node stops, and when their step takes too long. */
class JobsOfThisNodeTests {

	private static final int MORE_THAN_A_NODE_TAKES = 40;

	private final CountDownLatch gate = new CountDownLatch(1);

	private final AtomicInteger begun = new AtomicInteger();

	private final AtomicInteger finished = new AtomicInteger();

	private final AtomicInteger brokenOff = new AtomicInteger();

	private final Set<String> named = ConcurrentHashMap.newKeySet();

	private EmbeddedPostgres postgres;

	private JdbcClient jdbc;

	@BeforeEach
	void aDatabase() throws IOException {
		this.postgres = EmbeddedPostgres.start();
		this.jdbc = JdbcClient.create(this.postgres.getPostgresDatabase());
	}

	@AfterEach
	void theDatabaseStops() throws IOException {
		this.gate.countDown();
		this.postgres.close();
	}

	@Test
	void nodeThatStopsFinishesItsStepsAndGivesBackTheRest() {
		ConfigurableApplicationContext node = node();
		begin(node, MORE_THAN_A_NODE_TAKES);
		soon().until(() -> locked() > this.begun.get() && this.begun.get() >= 3);
		int running = this.begun.get();
		assertThat(repeated(node)).isZero();
		assertThat(this.named).containsOnly("OM-TEST22");

		JobsOfThisNode jobs = node.getBean(JobsOfThisNode.class);
		CompletableFuture<Void> stop = CompletableFuture.runAsync(node::close);
		soon().until(() -> !jobs.isActive());
		assertThat(this.finished).hasValue(0);
		assertThat(stop).isNotDone();
		this.gate.countDown();
		assertThat(stop).succeedsWithin(Duration.ofMinutes(1));

		assertThat(this.brokenOff).hasValue(0);
		assertThat(this.finished).hasValue(this.begun.get()).hasValueGreaterThanOrEqualTo(running);
		assertThat(locked()).isZero();
		assertThat(this.jdbc.sql("select count(*) from act_ru_job where handler_type_ = 'async-continuation'")
			.query(Integer.class)
			.single()).isEqualTo(MORE_THAN_A_NODE_TAKES - this.finished.get());
	}

	@Test
	void stepThatOutlivesItsLockIsCounted() {
		try (ConfigurableApplicationContext node = node("--camunda.bpm.job-execution.lock-time-in-millis=1000")) {
			begin(node, 1);
			soon().until(() -> repeated(node) >= 1 && this.begun.get() > 1);
			this.gate.countDown();
		}
	}

	private void begin(ConfigurableApplicationContext node, int instances) {
		node.getBean(RepositoryService.class)
			.createDeployment()
			.addModelInstance("slow.bpmn",
					Bpmn.createExecutableProcess("slow")
						.camundaHistoryTimeToLiveString("P1D")
						.startEvent()
						.serviceTask("wait")
						.camundaAsyncBefore()
						.camundaDelegateExpression("${atTheGate}")
						.endEvent()
						.done())
			.deploy();
		for (int instance = 0; instance < instances; instance++) {
			node.getBean(RuntimeService.class).startProcessInstanceByKey("slow", "OM-TEST22");
		}
	}

	private void waitAtTheGate() throws InterruptedException {
		this.begun.incrementAndGet();
		this.named.add(MDC.get("reference"));
		try {
			if (this.gate.await(1, TimeUnit.MINUTES)) {
				this.finished.incrementAndGet();
			}
		}
		catch (InterruptedException ex) {
			this.brokenOff.incrementAndGet();
			throw ex;
		}
	}

	private int locked() {
		return this.jdbc.sql("select count(*) from act_ru_job where lock_owner_ is not null")
			.query(Integer.class)
			.single();
	}

	private static double repeated(ConfigurableApplicationContext node) {
		return node.getBean(MeterRegistry.class).get("onboarding.jobs.repeated").counter().count();
	}

	private static ConditionFactory soon() {
		return await().atMost(Duration.ofMinutes(1));
	}

	private ConfigurableApplicationContext node(String... more) {
		return new SpringApplicationBuilder(OnboardingApplication.class)
			.initializers((GenericApplicationContext context) -> context.registerBean("atTheGate", JavaDelegate.class,
					() -> execution -> waitAtTheGate()))
			.run(Stream.concat(
					Stream.of("--spring.profiles.active=sandbox", "--server.port=0",
							"--camunda.bpm.webapp.enabled=false",
							"--spring.datasource.url=" + this.postgres.getJdbcUrl("postgres", "postgres"),
							"--spring.datasource.username=postgres", "--spring.datasource.password=postgres"),
					Stream.of(more))
				.toArray(String[]::new));
	}

}
