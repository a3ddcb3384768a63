package com.modalitysystems.onboarding.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** All letters that arrived, whoever they are for. */
@Profile("sandbox")
@Component
class Mailbox {

	private final SandboxDatabase database;

	private final ObjectMapper json;

	private final Clock clock;

	Mailbox(SandboxDatabase database, ObjectMapper json, Clock clock) {
		this.database = database;
		this.json = json;
		this.clock = clock;
	}

	void keep(MimeMessage message, List<String> recipients) {
		try {
			ByteArrayOutputStream raw = new ByteArrayOutputStream();
			message.writeTo(raw);
			this.database.sql("insert into sandbox.letter (arrived_at, letter, raw) values (:at, :letter::jsonb, :raw)")
				.param("at", Timestamp.from(this.clock.instant()))
				.param("letter", this.json.writeValueAsString(LetterReader.read(message, recipients)))
				.param("raw", raw.toByteArray())
				.update();
		}
		catch (MessagingException | IOException ex) {
			throw new IllegalStateException("A letter arrived that cannot be read", ex);
		}
	}

	/** The newest first. */
	List<Letter.Arrived> letters(int limit) {
		return this.database.sql("select id, arrived_at, letter from sandbox.letter order by id desc limit :limit")
			.param("limit", limit)
			.query(reader())
			.list();
	}

	long count() {
		return this.database.sql("select count(*) from sandbox.letter").query(Long.class).single();
	}

	Optional<Letter.Arrived> find(long id) {
		return this.database.sql("select id, arrived_at, letter from sandbox.letter where id = :id")
			.param("id", id)
			.query(reader())
			.optional();
	}

	Optional<byte[]> raw(long id) {
		return this.database.sql("select raw from sandbox.letter where id = :id")
			.param("id", id)
			.query(byte[].class)
			.optional();
	}

	void clear() {
		this.database.sql("delete from sandbox.letter").update();
	}

	private RowMapper<Letter.Arrived> reader() {
		return (row, number) -> new Letter.Arrived(row.getLong("id"), row.getTimestamp("arrived_at").toInstant(),
				read(row.getString("letter")));
	}

	private Letter read(String letter) {
		try {
			return this.json.readValue(letter, Letter.class);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("The sandbox kept a letter that it cannot read", ex);
		}
	}

}
