package com.modalitysystems.onboarding.customer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.IntStream;

import com.modalitysystems.onboarding.HouseTest;
import com.modalitysystems.onboarding.customer.UsualTimes.Phase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@HouseTest
class UsualTimesIntegrationTests {

	// years to come, of which no other test knows; each test has one of its own
	private static int year = 2061;

	@Autowired
	private Customers customers;

	@Autowired
	private JdbcClient jdbc;

	private Instant now;

	@BeforeEach
	void anotherYear() {
		this.now = Instant.parse(year++ + "-11-20T12:00:00Z");
	}

	@Test
	void whatTwentyCustomersWaitedForHasAMedian() {
		IntStream.rangeClosed(1, 19).forEach(minutes -> wait("setupReported", "serviceConfirmed", minutes));
		assertThat(times().known()).doesNotContainKey(Phase.testCall);
		wait("setupReported", "serviceConfirmed", 1000);
		assertThat(times().known()).containsEntry(Phase.testCall, Duration.ofMinutes(10).plusSeconds(30));
		assertThat(times().known()).doesNotContainKey(Phase.approval);
	}

	@Test
	void whatIsLongAgoOrToComeDoesNotCount() {
		IntStream.range(0, 20).forEach(number -> wait("onboardingRequested", "requestApproved", 60));
		this.now = this.now.plus(Duration.ofDays(179));
		assertThat(times().known()).containsEntry(Phase.approval, Duration.ofHours(1));
		this.now = this.now.plus(Duration.ofDays(1));
		assertThat(times().known()).doesNotContainKey(Phase.approval);
		this.now = this.now.minus(Duration.ofDays(300));
		assertThat(times().known()).doesNotContainKey(Phase.approval);
	}

	@Test
	void onlyAConsentThatWasFoundEndsTheLook() {
		IntStream.range(0, 20).forEach(number -> {
			String reference = customer();
			note(reference, "consentReturned", 30, "{}");
			note(reference, "consentChecked", 20, "{\"outcome\": \"notYet\"}");
			note(reference, "consentReported", 15, "{}");
			note(reference, "consentChecked", 10, "{\"outcome\": \"verified\"}");
		});
		assertThat(times().known()).containsEntry(Phase.check, Duration.ofMinutes(5));
	}

	private UsualTimes times() {
		return new UsualTimes(this.jdbc, Clock.fixed(this.now, ZoneOffset.UTC));
	}

	private void wait(String beginning, String ending, int minutes) {
		String reference = customer();
		note(reference, beginning, minutes + 1, "{}");
		note(reference, ending, 1, "{}");
	}

	private void note(String reference, String what, int minutesAgo, String details) {
		this.jdbc.sql("""
				insert into trail (reference, at, actor, what, details)
				values (:reference, :at, 'system', :what, cast(:details as jsonb))""")
			.param("reference", reference)
			.param("at", this.now.minus(Duration.ofMinutes(minutesAgo)).atOffset(ZoneOffset.UTC))
			.param("what", what)
			.param("details", details)
			.update();
	}

	private String customer() {
		return this.customers
			.add(new OnboardingRequest("Contoso", UUID.randomUUID().toString(), null, "Ada Berg", "ada@contoso.com",
					"20.30.40.50", null, null, null)
				.accept())
			.reference()
			.value();
	}

}
