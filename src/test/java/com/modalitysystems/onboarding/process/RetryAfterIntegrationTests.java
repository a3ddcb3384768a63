package com.modalitysystems.onboarding.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import com.modalitysystems.onboarding.HouseTest;
import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.OnboardingRequest;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.time.SettableClock;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

/** A step that is told over the wire to come back later. */
@HouseTest
class RetryAfterIntegrationTests {

	private final UUID tenant = UUID.randomUUID();

	@Autowired
	private Onboarding onboarding;

	@Autowired
	private Customers customers;

	@Autowired
	private ManagementService management;

	@Autowired
	private RuntimeService runtime;

	@Autowired
	private SettableClock clock;

	@Autowired
	private Environment environment;

	@AfterEach
	void allIsWellAgain() {
		this.clock.reset();
		sandbox().delete().uri("/faults").retrieve().toBodilessEntity();
	}

	@Test
	void theJobIsDueWhenTheOtherSideWantsToBeAskedAgainAndThenGoesOn() {
		put("/tenants/" + this.tenant, "{\"displayName\":\"Contoso\",\"domains\":[\"" + this.tenant + ".example\"]}");
		put("/faults", "[{\"target\":\"login\",\"path\":\".*" + this.tenant
				+ ".*\",\"times\":1,\"status\":429,\"retryAfter\":120}]");
		Instant before = this.clock.instant();
		CustomerReference reference = begin();
		await().atMost(Duration.ofMinutes(1))
			.until(() -> job(reference).filter((job) -> job.getExceptionMessage() != null).isPresent());
		assertThat(job(reference).orElseThrow().getDuedate().toInstant()).isCloseTo(before.plusSeconds(120),
				within(Duration.ofSeconds(20)));
		assertThat(stage(reference)).isEqualTo(Stage.requested);

		this.clock.advance(Duration.ofSeconds(130));
		await().atMost(Duration.ofMinutes(1)).until(() -> stage(reference) == Stage.awaitingApproval);
	}

	private CustomerReference begin() {
		return this.onboarding
			.begin(new OnboardingRequest("Contoso", this.tenant.toString(), "GB", "Ada Lovelace", "ada@contoso.com",
					"8.8.8.8", null, "en", null), Actor.CUSTOMER)
			.reference();
	}

	private Optional<Job> job(CustomerReference reference) {
		return this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(reference.value())
			.list()
			.stream()
			.flatMap((journey) -> this.management.createJobQuery().processInstanceId(journey.getId()).list().stream())
			.findFirst();
	}

	private Stage stage(CustomerReference reference) {
		return this.customers.require(reference).stage();
	}

	private void put(String path, String body) {
		sandbox().put().uri(path).contentType(MediaType.APPLICATION_JSON).body(body).retrieve().toBodilessEntity();
	}

	private RestClient sandbox() {
		return RestClient.create(this.environment.getRequiredProperty("sandbox.url"));
	}

}
