package com.modalitysystems.onboarding;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.awaitility.core.ConditionFactory;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Azure refuses us, over the wire; an operator reads what to do, and retries in Tasklist.
 */
@HouseTest
@BrowserTest
class TroubleBrowserTests {

	private final UUID tenant = UUID.randomUUID();

	@Autowired
	private Environment environment;

	@Autowired
	private TaskService tasks;

	@Autowired
	private RuntimeService runtime;

	@Autowired
	private ManagementService management;

	private String base;

	private Outside outside;

	@BeforeEach
	void theWorld() {
		this.base = "http://localhost:" + this.environment.getRequiredProperty("server.port");
		this.outside = new Outside(this.base);
	}

	@AfterEach
	void allIsWellAgain() {
		sandbox().delete().uri("/faults").retrieve().toBodilessEntity();
	}

	@Test
	void anOperatorReadsWhatIsWrongAndRetriesIt(Browser browser) {
		String reference = stuckAtTheFirewall();
		Page page = browser.wide();
		Tasklist tasklist = Tasklist.signIn(page, this.base, "operator");
		assertThat(page.locator(".task-filters").getByText("Trouble", exactly())).isVisible();
		page.navigate(this.base + "/onboardings/" + reference);
		assertThat(page.getByText("“Open firewall” failed")).isVisible();
		assertThat(page.getByText("waits for operators")).isVisible();
		browser.look(page, "staff-trouble");

		page.getByText("Decide how it goes on").click();
		tasklist.claim();
		assertThat(tasklist.field("What it means"))
			.hasValue("Azure does not allow our application to change the security group.");
		assertThat(tasklist.field("Whose turn it is")).hasValue("operators");
		assertThat(page.getByRole(AriaRole.RADIO)).hasCount(2);
		tasklist.decide("Retry now");
		browser.look(page, "tasklist-trouble");
		allIsWellAgain();
		tasklist.complete();

		soon().until(() -> onboarding(reference).path("state").asText().equals("awaitingConsent"));
		assertThat(this.runtime.createIncidentQuery().processInstanceId(journey(reference)).count()).isZero();
		page.navigate(this.base + "/onboardings/" + reference);
		assertThat(page.getByText("A step that failed is tried again")).isVisible();
		assertThat(page.getByText("staff:operator").first()).isVisible();
		assertThat(page.getByText("“Open firewall” failed")).isHidden();
		assertThat(browser.troubles()).isEmpty();
	}

	/** Its retries are used up, and it waits for an operator. */
	private String stuckAtTheFirewall() {
		this.outside.tenant(this.tenant, "Adatum Studios Ltd", this.tenant + ".example");
		String reference = this.outside.ask("Adatum Studios", this.tenant, "ada@" + this.tenant + ".example");
		soon().until(() -> task(reference, "approveRequest") != null);
		sandbox().put()
			.uri("/faults")
			.contentType(MediaType.APPLICATION_JSON)
			.body("[{\"target\":\"azure\",\"times\":1000,\"status\":403}]")
			.retrieve()
			.toBodilessEntity();
		this.tasks.complete(task(reference, "approveRequest").getId(), Map.of("decision", "approve"));
		soon().until(() -> job(reference) != null && job(reference).getExceptionMessage() != null);
		// the ladder takes more than an hour
		this.management.setJobRetries(job(reference).getId(), 1);
		this.management.setJobDuedate(job(reference).getId(), null);
		soon().until(() -> task(reference, "resolveTrouble") != null);
		assertThat(onboarding(reference).path("waitingFor").asText()).isEqualTo("operator");
		return reference;
	}

	private JsonNode onboarding(String reference) {
		return this.outside.onboarding(reference);
	}

	private Task task(String reference, String task) {
		return this.tasks.createTaskQuery()
			.processInstanceBusinessKey(reference)
			.taskDefinitionKey(task)
			.singleResult();
	}

	private Job job(String reference) {
		return this.management.createJobQuery()
			.processInstanceId(journey(reference))
			.activityId("openFirewall")
			.singleResult();
	}

	private String journey(String reference) {
		return this.runtime.createProcessInstanceQuery()
			.processDefinitionKey("onboarding")
			.processInstanceBusinessKey(reference)
			.singleResult()
			.getId();
	}

	private RestClient sandbox() {
		return RestClient.create(this.environment.getRequiredProperty("sandbox.url"));
	}

	private static Locator.GetByTextOptions exactly() {
		return new Locator.GetByTextOptions().setExact(true);
	}

	private static ConditionFactory soon() {
		return await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(500));
	}

}
