package com.modalitysystems.onboarding.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The events of the trail: those that are news, and any that are asked for again. */
@Repository
class News {

	private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {
	};

	private static final String EVENT = """
			select trail.id, trail.at, trail.actor, trail.what, trail.details,
				reference, company, external_reference, tenant_id, stage, waiting_for, since
			from trail join customer using (reference)""";

	private static final int AT_A_TIME = 200;

	private final JdbcClient jdbc;

	private final ObjectMapper json;

	News(JdbcClient jdbc, ObjectMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * Take what is new, the oldest first; it is news no longer once this is committed.
	 */
	List<TrailEvent> take() {
		List<Long> taken = this.jdbc.sql("""
				delete from news where event in (
					select event from news order by event limit :some for update skip locked)
				returning event""").param("some", AT_A_TIME).query(Long.class).list();
		return taken.isEmpty() ? List.of() : events(taken);
	}

	List<TrailEvent> events(Collection<Long> numbers) {
		return this.jdbc.sql(EVENT + " where trail.id in (:numbers) order by trail.id")
			.param("numbers", numbers)
			.query(this::read)
			.list();
	}

	Optional<TrailEvent> event(long number) {
		return this.jdbc.sql(EVENT + " where trail.id = :number").param("number", number).query(this::read).optional();
	}

	/**
	 * What happened after an event, the oldest first.
	 * @param since not before this
	 * @param after not this event and none before it
	 */
	List<TrailEvent> since(Instant since, long after) {
		return this.jdbc
			.sql(EVENT + " where trail.at >= :since and trail.id > :after order by trail.id limit " + AT_A_TIME)
			.param("since", since.atOffset(ZoneOffset.UTC))
			.param("after", after)
			.query(this::read)
			.list();
	}

	private TrailEvent read(ResultSet row, int index) throws SQLException {
		String actor = row.getString("actor");
		return new TrailEvent(row.getLong("id"), row.getTimestamp("at").toInstant(),
				actor.contains(":") ? actor.substring(0, actor.indexOf(':')) : actor, row.getString("what"),
				details(row.getString("details")),
				new TrailEvent.Subject(row.getString("reference"), row.getString("company"),
						row.getString("external_reference"), row.getString("tenant_id"), row.getString("stage"),
						row.getString("waiting_for"), row.getTimestamp("since").toInstant()));
	}

	private Map<String, String> details(String text) {
		try {
			return this.json.readValue(text, DETAILS);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("The trail holds details that are not a map of texts", ex);
		}
	}

}
