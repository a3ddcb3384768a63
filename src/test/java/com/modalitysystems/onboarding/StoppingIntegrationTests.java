package com.modalitysystems.onboarding;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.SetupLinks;
import com.modalitysystems.onboarding.customer.Trail;
import org.awaitility.core.ConditionFactory;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * An onboarding is stopped while much is under way: afterwards nothing of it is left
 * outside, and the same tenant may ask again.
 */
@HouseTest
class StoppingIntegrationTests {

	private final UUID tenant = UUID.randomUUID();

	private final String email = "ada@" + this.tenant + ".example";

	@Autowired
	private Environment environment;

	@Autowired
	private RuntimeService runtime;

	@Autowired
	private TaskService tasks;

	@Autowired
	private ManagementService management;

	@Autowired
	private Customers customers;

	@Autowired
	private SetupLinks links;

	@Autowired
	private Trail trail;

	@Autowired
	private JdbcClient jdbc;

	private Outside outside;

	private String reference;

	@BeforeEach
	void aTenantThatMayConsent() {
		this.outside = new Outside("http://localhost:" + this.environment.getRequiredProperty("server.port"));
		this.outside.tenant(this.tenant, "Tailspin Toys", this.tenant + ".example");
	}

	@AfterEach
	void allIsWellAgain() {
		this.outside.noFaults();
	}

	@Test
	void customerStopsWhileTheWindowIsOpenAndLettersAreInTrouble() {
		this.outside.faults(smtp(1, 550), smtp(1000, 451));
		approve();
		awaitState("awaitingConsent");
		soon().untilAsserted(() -> {
			assertThat(letters()).containsExactly("refused requestReceived", "deferred consentInvitation");
			assertThat(openTasks()).containsExactly("correctRecipient");
		});
		assertThat(this.outside.rulesOf(this.reference)).hasSize(1);

		this.outside.noFaults();
		String token = this.links.token(this.customers.require(new CustomerReference(this.reference)).link());
		this.outside.press("cancel?reason=Not+needed.&reference=" + this.reference, token);
		assertNothingIsLeft();
		assertThat(letters()).containsExactly("withdrawn requestReceived", "withdrawn consentInvitation",
				"accepted cancellation");
		assertThat(this.outside.subjectsTo(this.email)).singleElement().asString().contains("was stopped");
		assertAskedForAnew("Not needed.");
	}

	@Test
	void staffStopInTheMidstOfTheProvisioning() {
		this.outside.faults("{\"target\":\"pexip\",\"path\":\"gateway_routing_rule\",\"times\":1000,\"status\":500}");
		approve();
		awaitState("awaitingConsent");
		this.outside.grant(this.tenant);
		this.outside.press("granted",
				this.links.token(this.customers.require(new CustomerReference(this.reference)).link()));
		soon().until(() -> this.management.createJobQuery()
			.processInstanceId(journey())
			.activityId("issueTenantKey")
			.withException()
			.count() == 1);
		assertThat(pexipObjects()).isEqualTo(3);

		this.outside.noFaults();
		this.outside.stop(this.reference, "The order was withdrawn.");
		assertNothingIsLeft();
		assertAskedForAnew("The order was withdrawn.");
	}

	private void approve() {
		this.reference = this.outside.ask("Tailspin Toys", this.tenant, this.email);
		this.tasks.complete(awaitTask("approveRequest").getId(), Map.of("decision", "approve"));
	}

	private void assertNothingIsLeft() {
		List<String> before = whatHappened();
		soon().until(() -> this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(this.reference)
			.count() == 0);
		soon().until(() -> letters().contains("accepted cancellation"));
		assertThat(openTasks()).isEmpty();
		assertThat(this.outside.rulesOf(this.reference)).isEmpty();
		assertThat(pexipObjects()).isZero();
		assertThat(letters()).noneMatch((letter) -> letter.matches("(queued|deferred|sending|refused|unknown) .*"));
		assertThat(this.outside.onboarding(this.reference).path("state").asText()).isEqualTo("cancelled");
		assertThat(whatHappened()).startsWith(before.toArray(String[]::new))
			.contains("requestApproved", "cancellationRequested", "conferenceWithdrawn");
	}

	private void assertAskedForAnew(String reason) {
		String first = this.reference;
		this.reference = this.outside.ask("Tailspin Toys", this.tenant, this.email);
		assertThat(this.tasks.getVariableLocal(awaitTask("approveRequest").getId(), "earlier")).asString()
			.contains(first, ": cancelled ", "because: " + reason);
		this.outside.stop(this.reference, "The test is over.");
	}

	private Task awaitTask(String task) {
		return soon().until(() -> this.tasks.createTaskQuery()
			.processInstanceBusinessKey(this.reference)
			.taskDefinitionKey(task)
			.initializeFormKeys()
			.singleResult(), (found) -> found != null);
	}

	private void awaitState(String state) {
		soon().until(() -> this.outside.onboarding(this.reference).path("state").asText(), state::equals);
	}

	private List<String> openTasks() {
		return this.tasks.createTaskQuery()
			.processInstanceBusinessKey(this.reference)
			.list()
			.stream()
			.map(Task::getTaskDefinitionKey)
			.toList();
	}

	private String journey() {
		return this.runtime.createProcessInstanceQuery()
			.processDefinitionKey("onboarding")
			.processInstanceBusinessKey(this.reference)
			.singleResult()
			.getId();
	}

	private long pexipObjects() {
		return List.of("azure_tenant", "teams_proxy", "conference", "gateway_routing_rule")
			.stream()
			.flatMap((kind) -> this.outside.pexipObjects(kind).stream())
			.filter((thing) -> thing.toString().contains(this.reference))
			.count();
	}

	private List<String> letters() {
		return this.jdbc.sql("select state || ' ' || kind from letter where reference = :reference order by id")
			.param("reference", this.reference)
			.query(String.class)
			.list();
	}

	private List<String> whatHappened() {
		return this.trail.of(new CustomerReference(this.reference)).stream().map(Trail.Event::what).toList();
	}

	private String smtp(int times, int status) {
		return """
				{"target":"smtp","path":"%s","times":%d,"status":%d}""".formatted(this.tenant, times, status);
	}

	private static ConditionFactory soon() {
		return await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(200));
	}

}
