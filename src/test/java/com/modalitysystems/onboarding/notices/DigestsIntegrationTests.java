package com.modalitysystems.onboarding.notices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.modalitysystems.onboarding.HouseTest;
import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.OnboardingRequest;
import com.modalitysystems.onboarding.customer.Trail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Sam of the staff reads digests, which arrive in the mailbox of the sandbox. */
@HouseTest
class DigestsIntegrationTests {

	private static final String SAM = "staff";

	@Autowired
	private Newsroom newsroom;

	@Autowired
	private NoticeBoard board;

	@Autowired
	private Customers customers;

	@Autowired
	private Trail trail;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clock clock;

	@LocalServerPort
	private int port;

	private CustomerReference reference;

	@BeforeEach
	void somethingWillHappen() {
		forget();
		this.reference = this.customers
			.add(new OnboardingRequest("Contoso", UUID.randomUUID().toString(), "DE", "Anna Berg",
					"anna.berg@contoso.com", "20.30.40.50", null, null, null)
				.accept())
			.reference();
	}

	@AfterEach
	void forget() {
		this.jdbc.sql("delete from digest").update();
		this.jdbc.sql("delete from news").update();
		this.jdbc.sql("delete from notice").update();
	}

	@Test
	void oneLetterTellsAllThatIsNewToItsReader() {
		this.board.choose(SAM, new DigestChoice(Rhythm.hourly, Set.of(Topic.tasks, Topic.trouble)));
		taskOpened("Approve request", "onboarding-staff");
		taskOpened("Retry step", "somebody-else");
		this.trail.add(this.reference, Actor.SYSTEM, "letterRefused", Map.of("kind", "consentInvitation"));
		this.trail.add(this.reference, Actor.SYSTEM, "serviceConfirmed");
		this.newsroom.round();
		assertThat(letters()).as("before the hour is over").isEmpty();
		itIsTime();
		this.newsroom.round();
		this.newsroom.round();
		assertThat(letters()).singleElement().satisfies((letter) -> {
			assertThat(letter.path("subject").asText()).isEqualTo("OneMeeting onboarding: 2 things are new");
			assertThat(letter.path("from").asText()).contains("onemeeting@videosrv.net");
			assertThat(letter.path("text").asText())
				.contains("A NEW TASK", "Contoso (" + this.reference + ")", "A task was opened: Approve request",
						"Now: requested", "/onboardings/" + this.reference, "TROUBLE",
						"The mail server refused a letter")
				.doesNotContain("Retry step", "The test call worked", "anna.berg", "20.30.40.50", "LIVE");
		});
	}

	@Test
	void nothingIsWrittenWhenNothingIsNew() {
		this.board.choose(SAM, new DigestChoice(Rhythm.hourly, Set.of(Topic.values())));
		itIsTime();
		this.newsroom.round();
		assertThat(letters()).isEmpty();
		assertThat(nextOf(SAM)).isAfter(this.clock.instant());
	}

	@Test
	void dailyDigestComesWhenABusinessDayBegins() {
		this.board.choose(SAM, new DigestChoice(Rhythm.daily, Set.of(Topic.values())));
		assertThat(nextOf(SAM).atZone(ZoneOffset.UTC).getHour()).isBetween(8, 9);
		assertThat(nextOf(SAM)).isBetween(this.clock.instant(), this.clock.instant().plus(Duration.ofDays(7)));
	}

	@Test
	void whoWantsNoneAnyMoreGetsNotEvenWhatWaits() {
		this.board.choose(SAM, new DigestChoice(Rhythm.hourly, Set.of(Topic.tasks)));
		taskOpened("Approve request", "onboarding-staff");
		this.newsroom.round();
		this.board.choose(SAM, new DigestChoice(Rhythm.never, Set.of(Topic.tasks)));
		itIsTime();
		this.newsroom.round();
		assertThat(letters()).isEmpty();
		assertThat(this.jdbc.sql("select count(*) from notice where recipient = 'person:staff'")
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void whoeverLeftIsNotWrittenTo() {
		this.board.choose("nobody-any-more", new DigestChoice(Rhythm.hourly, Set.of(Topic.tasks)));
		taskOpened("Approve request", "onboarding-staff");
		itIsTime();
		this.newsroom.round();
		assertThat(letters()).isEmpty();
	}

	@Test
	void aLetterThatCouldNotBeSentComesLater() {
		this.board.choose(SAM, new DigestChoice(Rhythm.hourly, Set.of(Topic.tasks)));
		taskOpened("Approve request", "onboarding-staff");
		sandbox().put()
			.uri("/faults")
			.header("Content-Type", "application/json")
			.body("[{\"target\":\"smtp\",\"times\":1,\"status\":451}]")
			.retrieve()
			.toBodilessEntity();
		itIsTime();
		this.newsroom.round();
		assertThat(letters()).isEmpty();
		itIsTime();
		this.newsroom.round();
		assertThat(letters()).hasSize(1);
	}

	private void taskOpened(String task, String group) {
		this.trail.add(this.reference, Actor.SYSTEM, "taskOpened", Map.of("task", task, "group", group));
	}

	private void itIsTime() {
		this.jdbc.sql("update digest set next_at = timestamptz '2000-01-01'").update();
	}

	private Instant nextOf(String person) {
		return this.jdbc.sql("select next_at from digest where person = :person")
			.param("person", person)
			.query((row, index) -> row.getTimestamp("next_at").toInstant())
			.single();
	}

	/** What Sam was written about this onboarding, or about nothing. */
	private List<JsonNode> letters() {
		JsonNode mail = sandbox().get()
			.uri("/mail")
			.header("Accept", "application/json")
			.retrieve()
			.body(JsonNode.class);
		return StreamSupport.stream(mail.spliterator(), false)
			.filter((letter) -> letter.path("to").toString().contains("staff@videosrv.net"))
			.filter((letter) -> letter.path("text").asText().contains(this.reference.value()))
			.toList();
	}

	private RestClient sandbox() {
		return RestClient.create("http://localhost:" + this.port + "/sandbox");
	}

}
