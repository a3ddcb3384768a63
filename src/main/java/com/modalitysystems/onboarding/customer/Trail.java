package com.modalitysystems.onboarding.customer;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Every event of every onboarding: when, who, what. Nothing in it is ever changed, so no
 * personal datum goes into it.
 */
@Repository
public class Trail {

	private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final ObjectMapper json;

	private final Clock clock;

	Trail(JdbcClient jdbc, ObjectMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * Write down what happened.
	 * @param reference whose onboarding
	 * @param actor who did it
	 * @param what the event in the past tense: {@code firewallOpened}
	 */
	public void add(CustomerReference reference, Actor actor, String what) {
		add(reference, actor, what, Map.of());
	}

	/**
	 * Write down what happened.
	 * @param reference whose onboarding
	 * @param actor who did it
	 * @param what the event in the past tense: {@code firewallOpened}
	 * @param details what else a reader wants to know; no personal datum
	 */
	public void add(CustomerReference reference, Actor actor, String what, Map<String, String> details) {
		this.jdbc.sql("""
				insert into trail (reference, at, actor, what, details)
				values (:reference, :at, :actor, :what, cast(:details as jsonb))""")
			.param("reference", reference.value())
			.param("at", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("actor", actor.name())
			.param("what", what)
			.param("details", write(details))
			.update();
	}

	/** The events of one onboarding, oldest first. */
	public List<Event> of(CustomerReference reference) {
		return this.jdbc.sql("select at, actor, what, details from trail where reference = :reference order by id")
			.param("reference", reference.value())
			.query((row, index) -> new Event(row.getTimestamp("at").toInstant(), row.getString("actor"),
					row.getString("what"), read(row.getString("details"))))
			.list();
	}

	private String write(Map<String, String> details) {
		try {
			return this.json.writeValueAsString(details);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("A map of texts cannot fail to be written", ex);
		}
	}

	private Map<String, String> read(String details) {
		try {
			return this.json.readValue(details, DETAILS);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("The trail holds details that are not a map of texts", ex);
		}
	}

	/**
	 * One event.
	 *
	 * @param at when
	 * @param actor who
	 * @param what what, in the past tense
	 * @param details what else is to know
	 */
	public record Event(Instant at, String actor, String what, Map<String, String> details) {

		/** Whether it tells that somebody asked for the onboarding. */
		public boolean isRequestBy(Actor somebody) {
			return this.what.equals("onboardingRequested") && this.actor.equals(somebody.name());
		}

	}

}
