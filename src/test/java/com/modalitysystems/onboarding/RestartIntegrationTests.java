package com.modalitysystems.onboarding;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.OnboardingRequest;
import com.modalitysystems.onboarding.customer.SetupLinks;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.process.Onboarding;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.util.UriComponentsBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The application is stopped and started between every two steps of an onboarding, on one
 * database.
 */
class RestartIntegrationTests {

	private static final String CONTOSO = "11111111-1111-4111-8111-111111111111";

	private final HttpClient http = HttpClient.newHttpClient();

	private EmbeddedPostgres postgres;

	private CustomerReference reference;

	@BeforeEach
	void oneDatabaseForAll() throws IOException {
		this.postgres = EmbeddedPostgres.builder().start();
	}

	@AfterEach
	void theDatabaseStops() throws IOException {
		this.postgres.close();
	}

	@Test
	void onboardingThatIsInterruptedAfterEachStepStillReachesLive() {
		inAFreshHouse(this::request);
		inAFreshHouse(house -> step(house, "validateTenant"));
		inAFreshHouse(house -> decide(house, "approve"));
		inAFreshHouse(house -> step(house, "openFirewall"));
		inAFreshHouse(house -> step(house, "sendConsentInvitation"));
		inAFreshHouse(this::consent);
		inAFreshHouse(house -> step(house, "decideNextStep"));
		inAFreshHouse(house -> step(house, "verifyConsent"));
		inAFreshHouse(house -> step(house, "closeFirewall"));
		inAFreshHouse(house -> step(house, "issueTenantKey"));
		inAFreshHouse(house -> step(house, "sendSetupInstructions"));
		inAFreshHouse(house -> house.getBean(Onboarding.class).setupReported(this.reference));
		inAFreshHouse(house -> step(house, "decideSetupStep"));
		inAFreshHouse(house -> decide(house, "works"));
		inAFreshHouse(house -> step(house, "sendWelcome"));

		inAFreshHouse(this::allIsDoneOnce);
	}

	private void request(ConfigurableApplicationContext house) {
		this.reference = house.getBean(Onboarding.class)
			.begin(new OnboardingRequest("Contoso", CONTOSO, "GB", "Ada Lovelace", "ada@contoso.com", "8.8.8.8", null,
					"en", null), Actor.CUSTOMER)
			.reference();
	}

	private void decide(ConfigurableApplicationContext house, String decision) {
		String task = house.getBean(TaskService.class).createTaskQuery().singleResult().getId();
		house.getBean(TaskService.class).claim(task, "staff");
		house.getBean(FormService.class).submitTaskForm(task, Map.of("decision", decision));
	}

	private void consent(ConfigurableApplicationContext house) {
		send(house, "PUT", "/sandbox/tenants/" + CONTOSO, """
				{"displayName":"Contoso","domains":["contoso.com"],"cloud":"worldwide","consent":"granted"}""");
		String token = house.getBean(SetupLinks.class).token(customer(house).link());
		String consentPage = send(house, "POST", "/setup/" + token + "/consent", "").headers()
			.firstValue("Location")
			.orElseThrow();
		String state = UriComponentsBuilder.fromUriString(consentPage).build().getQueryParams().getFirst("state");
		send(house, "GET", "/consent/callback?admin_consent=True&tenant=" + CONTOSO + "&state=" + state, "");
	}

	private void step(ConfigurableApplicationContext house, String activity) {
		ManagementService management = house.getBean(ManagementService.class);
		management.executeJob(management.createJobQuery().activityId(activity).singleResult().getId());
	}

	private void allIsDoneOnce(ConfigurableApplicationContext house) {
		assertThat(customer(house).stage()).isEqualTo(Stage.live);
		await().untilAsserted(() -> assertThat(read(house, "/sandbox/mail").findValuesAsText("subject"))
			.satisfiesExactlyInAnyOrder(subject -> assertThat(subject).contains("received"),
					subject -> assertThat(subject).contains("consent"),
					subject -> assertThat(subject).contains("Teams"), subject -> assertThat(subject).contains("live")));
		assertThat(written(house, "azure", "PUT")).as("rules opened").hasSize(1);
		assertThat(written(house, "azure", "DELETE")).as("rules closed").hasSize(1);
		assertThat(house.getBean(RuntimeService.class).createProcessInstanceQuery().count()).isZero();
		assertThat(house.getBean(RuntimeService.class).createIncidentQuery().count()).isZero();
		assertThat(house.getBean(TaskService.class).createTaskQuery().count()).isZero();
	}

	private List<JsonNode> written(ConfigurableApplicationContext house, String target, String method) {
		return read(house, "/sandbox/journal").findParents("target")
			.stream()
			.filter(entry -> entry.path("target").asText().equals(target)
					&& entry.path("method").asText().equals(method))
			.toList();
	}

	private Customer customer(ConfigurableApplicationContext house) {
		return house.getBean(Customers.class).require(this.reference);
	}

	private JsonNode read(ConfigurableApplicationContext house, String path) {
		try {
			return new ObjectMapper().readTree(send(house, "GET", path, "").body());
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private HttpResponse<String> send(ConfigurableApplicationContext house, String method, String path, String body) {
		try {
			String base = "http://localhost:" + house.getEnvironment().getProperty("server.port");
			HttpResponse<String> response = this.http.send(HttpRequest.newBuilder(URI.create(base + path))
				.header("Accept", "application/json")
				.header("Content-Type", "application/json")
				.method(method, BodyPublishers.ofString(body))
				.build(), BodyHandlers.ofString());
			assertThat(response.statusCode()).as(method + " " + path).isLessThan(400);
			return response;
		}
		catch (IOException | InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

	// Camunda's web applications keep themselves in static fields, which the other tests
	// of this run need
	private void inAFreshHouse(Consumer<ConfigurableApplicationContext> act) {
		try (ConfigurableApplicationContext house = new SpringApplicationBuilder(OnboardingApplication.class).run(
				"--spring.profiles.active=sandbox", "--server.port=0", "--camunda.bpm.job-execution.enabled=false",
				"--camunda.bpm.webapp.enabled=false",
				"--spring.datasource.url=" + this.postgres.getJdbcUrl("postgres", "postgres"),
				"--spring.datasource.username=postgres", "--spring.datasource.password=postgres")) {
			act.accept(house);
		}
	}

}
