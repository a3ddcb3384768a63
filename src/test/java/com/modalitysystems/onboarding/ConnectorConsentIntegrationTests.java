package com.modalitysystems.onboarding;

import java.time.Duration;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;

import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.Consent;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.OnboardingRequest;
import com.modalitysystems.onboarding.customer.SetupLinks;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.process.Onboarding;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Customers consent on the Teams Connector's own page, from which nobody comes back to
 * us.
 */
@HouseTest
@TestPropertySource(properties = "directory.consent.via=connector")
class ConnectorConsentIntegrationTests {

	private final HttpClient http = HttpClient.newHttpClient();

	private final UUID tenant = UUID.randomUUID();

	@Autowired
	private Onboarding onboarding;

	@Autowired
	private Customers customers;

	@Autowired
	private SetupLinks links;

	@Autowired
	private TaskService tasks;

	@Autowired
	private FormService forms;

	@Autowired
	private Environment environment;

	// the engine's clock is one for all contexts of the machine
	@AfterEach
	void theTimeIsTheMachinesAgain() {
		send("DELETE", "/sandbox/clock", "");
	}

	@Test
	void consentIsFoundWhenTheAdministratorSaysSo() {
		CustomerReference reference = invited();
		consent(reference);
		assertThat(customer(reference).consentReturn()).isNull();
		assertThat(send("POST", room(reference) + "/granted", "").statusCode()).isEqualTo(303);
		await().atMost(Duration.ofMinutes(1))
			.untilAsserted(() -> assertThat(customer(reference).stage()).isEqualTo(Stage.awaitingSetup));
		assertThat(customer(reference).consent()).satisfies(Consent::isVerified);
	}

	@Test
	void consentIsFoundByLookingWhenNobodySaysAnything() {
		CustomerReference reference = invited();
		consent(reference);
		send("POST", "/sandbox/clock", "{\"advance\":\"PT61M\"}");
		await().atMost(Duration.ofMinutes(1))
			.untilAsserted(() -> assertThat(customer(reference).stage()).isEqualTo(Stage.awaitingSetup));
		assertThat(customer(reference).consentReturn()).isNull();
	}

	/** A customer who was approved and invited to consent. */
	private CustomerReference invited() {
		send("PUT", "/sandbox/tenants/" + this.tenant, """
				{"displayName":"Northwind","domains":["%s.example"],"consent":"none"}""".formatted(this.tenant));
		CustomerReference reference = this.onboarding
			.begin(new OnboardingRequest("Northwind", this.tenant.toString(), "GB", "Ada Lovelace",
					"ada@northwind.example", "8.8.8.8", null, "en", null), Actor.CUSTOMER)
			.reference();
		await().atMost(Duration.ofMinutes(1))
			.untilAsserted(() -> assertThat(customer(reference).stage()).isEqualTo(Stage.awaitingApproval));
		Task approve = this.tasks.createTaskQuery().processInstanceBusinessKey(reference.value()).singleResult();
		this.tasks.claim(approve.getId(), "staff");
		this.forms.submitTaskForm(approve.getId(), Map.of("decision", "approve"));
		await().atMost(Duration.ofMinutes(1))
			.untilAsserted(() -> assertThat(customer(reference).stage()).isEqualTo(Stage.awaitingConsent));
		return reference;
	}

	/** From the room to the connector, from there to Microsoft, and back to it. */
	private void consent(CustomerReference reference) {
		String connector = location(send("POST", room(reference) + "/consent", ""));
		assertThat(connector).isEqualTo(this.environment.getProperty("directory.consent.connector-url"));
		String microsoft = location(send("GET", connector, ""));
		HttpResponse<String> accepted = sendForm(microsoft, "decision=accept&role=global&signedInTo=" + this.tenant);
		assertThat(send("GET", location(accepted), "").body())
			.contains("Administrator consent was successfully granted", this.tenant.toString());
	}

	private String room(CustomerReference reference) {
		return "/setup/" + this.links.token(customer(reference).link());
	}

	private Customer customer(CustomerReference reference) {
		return this.customers.require(reference);
	}

	private static String location(HttpResponse<String> response) {
		return response.headers().firstValue("Location").orElseThrow();
	}

	private HttpResponse<String> send(String method, String path, String body) {
		return send(method, path, body, "application/json");
	}

	private HttpResponse<String> sendForm(String path, String body) {
		return send("POST", path, body, "application/x-www-form-urlencoded");
	}

	private HttpResponse<String> send(String method, String path, String body, String type) {
		URI uri = URI.create("http://localhost:" + this.environment.getProperty("server.port")).resolve(path);
		try {
			return this.http.send(HttpRequest.newBuilder(uri)
				.header("Content-Type", type)
				.method(method, BodyPublishers.ofString(body))
				.build(), BodyHandlers.ofString());
		}
		catch (IOException | InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

}
