package com.modalitysystems.onboarding.process;

import java.time.Instant;
import java.util.UUID;

import com.modalitysystems.onboarding.SteppedHouseTest;
import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.OnboardingRequest;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.time.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static java.time.temporal.ChronoUnit.SECONDS;

@SteppedHouseTest
class DaysIntegrationTests {

	// a Friday
	private static final Instant FRIDAY = Instant.parse("2031-03-07T10:00:00Z");

	private static final Instant MONDAY = Instant.parse("2031-03-10T10:00:00Z");

	private final UUID tenant = UUID.randomUUID();

	@Autowired
	private Days days;

	@Autowired
	private Onboarding onboarding;

	@Autowired
	private Customers customers;

	@Autowired
	private SettableClock clock;

	@Autowired
	private Environment environment;

	private CustomerReference reference;

	@BeforeEach
	void aRequestOnFriday() {
		this.days.begin(FRIDAY);
		put("/tenants/" + this.tenant,
				"{\"displayName\":\"Contoso\",\"domains\":[\"%s.example\"]}".formatted(this.tenant));
		this.reference = this.onboarding
			.begin(new OnboardingRequest("Contoso", this.tenant.toString(), "GB", "Ada Lovelace", "ada@contoso.com",
					"8.8.8.8", null, "en", null), Actor.CUSTOMER)
			.reference();
	}

	@AfterEach
	void allIsWellAgain() {
		this.days.end();
		sandbox().delete().uri("/faults").retrieve().toBodilessEntity();
	}

	@Test
	void nothingIsDoneForWhomNobodyFollows() {
		this.days.passUntil(MONDAY);
		assertThat(stage()).isEqualTo(Stage.requested);
		assertThat(this.days.letters()).isEmpty();
	}

	@Test
	void whatFallsDueIsDoneWhenItFallsDue() {
		this.days.follow(this.reference);
		this.days.work();
		assertThat(stage()).isEqualTo(Stage.awaitingApproval);
		this.days.passUntil(MONDAY.plusSeconds(3600));
		assertThat(this.clock.instant()).isCloseTo(MONDAY.plusSeconds(3600), within(20, SECONDS));
		assertThat(this.days.letters()).last().satisfies(letter -> {
			assertThat(letter.at()).isCloseTo(MONDAY, within(20, SECONDS));
			assertThat(letter.to()).isEqualTo("managers@videosrv.net");
			assertThat(letter.subject()).isEqualTo("Overdue: request " + this.reference + " waits for approval");
		});
	}

	@Test
	void nothingIsDoneInADowntimeAndAllAfterIt() {
		this.days.follow(this.reference);
		this.days.sleepUntil(MONDAY.plusSeconds(3600));
		assertThat(stage()).isEqualTo(Stage.requested);
		this.days.work();
		assertThat(stage()).isEqualTo(Stage.awaitingApproval);
	}

	@Test
	void aStepThatFailsIsDoneAgainLater() {
		put("/faults", "[{\"target\":\"login\",\"path\":\".*" + this.tenant + ".*\",\"times\":1,\"status\":503}]");
		this.days.follow(this.reference);
		this.days.work();
		assertThat(stage()).isEqualTo(Stage.requested);
		this.days.passUntil(FRIDAY.plusSeconds(60));
		assertThat(stage()).isEqualTo(Stage.awaitingApproval);
	}

	private Stage stage() {
		return this.customers.require(this.reference).stage();
	}

	private void put(String path, String body) {
		sandbox().put().uri(path).contentType(MediaType.APPLICATION_JSON).body(body).retrieve().toBodilessEntity();
	}

	private RestClient sandbox() {
		return RestClient.create(this.environment.getRequiredProperty("sandbox.url"));
	}

}
