package com.modalitysystems.onboarding.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.modalitysystems.onboarding.HouseTest;
import com.modalitysystems.onboarding.customer.OnboardingRequest;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.WaitingFor;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@HouseTest
class SubmissionsTests {

	private static final Receipt RECEIPT = new Receipt("OM-7K3F9Q", Stage.requested, WaitingFor.nobody,
			Instant.parse("2026-01-02T03:04:05Z"), Instant.parse("2026-01-02T03:04:05Z"), null);

	@Autowired
	private Submissions submissions;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ObjectMapper json;

	@Autowired
	private Clock clock;

	@Autowired
	private IntakeSettings settings;

	@Test
	void keyIsTakenOnce() {
		Submission submission = submission("anna@contoso.com");
		assertThat(this.submissions.claim(submission)).isTrue();
		this.submissions.answer(submission, RECEIPT);
		assertThat(this.submissions.claim(submission)).isFalse();
		assertThat(this.submissions.answerTo(submission)).isEqualTo(RECEIPT);
		assertThat(this.submissions.find(submission.caller(), submission.key())).contains(RECEIPT);
		assertThat(this.submissions.find("somebody else", submission.key())).isEmpty();
	}

	@Test
	void everyFieldOfTheBodyCounts() {
		Submission submission = submission("anna@contoso.com");
		this.submissions.claim(submission);
		this.submissions.answer(submission, RECEIPT);
		Submission other = new Submission(submission.caller(), submission.key(),
				submission("ben@contoso.com").request());
		assertThatExceptionOfType(SubmissionChanged.class).isThrownBy(() -> this.submissions.answerTo(other));
	}

	@Test
	void databaseDoesNotKeepWhatWasSent() {
		Submission submission = submission("anna@contoso.com");
		this.submissions.claim(submission);
		this.submissions.answer(submission, RECEIPT);
		assertThat(this.jdbc.sql("select submission::text from submission where key = :key")
			.param("key", submission.key())
			.query(String.class)
			.single()).doesNotContain("anna", "Anna", "203.0.113.25", "Contoso");
	}

	@Test
	void oldKeysAreForgotten() {
		Submission old = submission("anna@contoso.com");
		Submission young = submission("anna@contoso.com");
		Duration memory = this.settings.rememberSubmissions();
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.SECONDS);
		at(now.minus(memory).minusSeconds(60)).claim(old);
		at(now.minus(memory).plusSeconds(60)).claim(young);
		this.submissions.forgetOld();
		assertThat(this.submissions.claim(old)).isTrue();
		assertThat(this.submissions.claim(young)).isFalse();
	}

	private Submissions at(Instant instant) {
		return new Submissions(this.jdbc, this.json, Clock.fixed(instant, this.clock.getZone()), this.settings);
	}

	private static Submission submission(String email) {
		return new Submission("test", UUID.randomUUID().toString(), new OnboardingRequest("Contoso", "contoso.com",
				"DE", "Anna Berg", email, "203.0.113.25", null, "en", null));
	}

}
