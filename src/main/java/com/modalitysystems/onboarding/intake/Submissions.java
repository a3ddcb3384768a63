package com.modalitysystems.onboarding.intake;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.modalitysystems.onboarding.customer.OnboardingRequest;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** What was sent under a key, and the answer to it. */
@Repository
class Submissions {

	private final JdbcClient jdbc;

	private final ObjectMapper json;

	private final Clock clock;

	private final Duration memory;

	Submissions(JdbcClient jdbc, ObjectMapper json, Clock clock, IntakeSettings settings) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
		this.memory = settings.rememberSubmissions();
	}

	/**
	 * Take a key for this transaction; whoever else wants it waits until it ends.
	 * @return whether it was free
	 */
	boolean claim(Submission submission) {
		return this.jdbc.sql("""
				insert into submission (caller, key, body_hash, created_at) values (:caller, :key, :bodyHash, :now)
				on conflict do nothing""")
			.param("caller", submission.caller())
			.param("key", submission.key())
			.param("bodyHash", hash(submission.request()))
			.param("now", at(this.clock.instant()))
			.update() == 1;
	}

	/** Keep the answer to a key that was claimed. */
	void answer(Submission submission, Receipt receipt) {
		this.jdbc.sql("""
				update submission set answer = cast(:answer as jsonb) where caller = :caller and key = :key""")
			.param("answer", write(receipt))
			.param("caller", submission.caller())
			.param("key", submission.key())
			.update();
	}

	/**
	 * The answer that was given before.
	 * @throws SubmissionChanged if something else was sent under this key
	 */
	Receipt answerTo(Submission submission) {
		String answer = this.jdbc.sql("""
				select answer from submission where caller = :caller and key = :key and body_hash = :bodyHash""")
			.param("caller", submission.caller())
			.param("key", submission.key())
			.param("bodyHash", hash(submission.request()))
			.query(String.class)
			.optional()
			.orElseThrow(SubmissionChanged::new);
		return read(answer);
	}

	/** The answer that was given to whatever came under this key. */
	Optional<Receipt> find(String caller, String key) {
		return this.jdbc.sql("select answer from submission where caller = :caller and key = :key")
			.param("caller", caller)
			.param("key", key)
			.query(String.class)
			.optional()
			.map(this::read);
	}

	@Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT1H")
	void forgetOld() {
		this.jdbc.sql("delete from submission where created_at < :before")
			.param("before", at(this.clock.instant().minus(this.memory)))
			.update();
	}

	/** What tells a request from every other. */
	String hash(OnboardingRequest request) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			return HexFormat.of().formatHex(digest.digest(write(request).getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	private String write(Record values) {
		try {
			return this.json.writeValueAsString(values);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("Plain values cannot fail to be written", ex);
		}
	}

	private Receipt read(String answer) {
		try {
			return this.json.readValue(answer, Receipt.class);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("The answer to a submission cannot be read", ex);
		}
	}

	private static OffsetDateTime at(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
