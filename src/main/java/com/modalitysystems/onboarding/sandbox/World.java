package com.modalitysystems.onboarding.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything that exists in the simulated world, as JSON documents by kind and id. */
@Profile("sandbox")
@Component
class World {

	private static final String ORDER = " order by length(id), id";

	private final SandboxDatabase database;

	private final ObjectMapper json;

	World(SandboxDatabase database, ObjectMapper json) {
		this.database = database;
		this.json = json;
	}

	Optional<ObjectNode> find(String kind, String id) {
		return read(this.database.sql("select body, seeded from sandbox.thing where kind = :kind and id = :id")
			.params(Map.of("kind", kind, "id", id))).stream().map(Thing::body).findFirst();
	}

	List<ObjectNode> all(String kind) {
		return things(kind).stream().map(Thing::body).toList();
	}

	List<Thing> things(String kind) {
		return read(this.database.sql("select body, seeded from sandbox.thing where kind = :kind" + ORDER)
			.params(Map.of("kind", kind)));
	}

	/** The documents of a kind that contain another document. */
	List<ObjectNode> matching(String kind, ObjectNode part) {
		return read(this.database
			.sql("select body, seeded from sandbox.thing where kind = :kind and body @> :part::jsonb" + ORDER)
			.params(Map.of("kind", kind, "part", part.toString()))).stream().map(Thing::body).toList();
	}

	void put(String kind, String id, ObjectNode body) {
		store(kind, id, body, false);
	}

	void seed(String kind, String id, ObjectNode body) {
		store(kind, id, body, true);
	}

	private void store(String kind, String id, ObjectNode body, boolean seeded) {
		this.database.sql("""
				insert into sandbox.thing (kind, id, body, seeded) values (:kind, :id, :body::jsonb, :seeded)
				on conflict (kind, id) do update set body = excluded.body
				""").params(Map.of("kind", kind, "id", id, "body", body.toString(), "seeded", seeded)).update();
	}

	boolean remove(String kind, String id) {
		return this.database.sql("delete from sandbox.thing where kind = :kind and id = :id")
			.params(Map.of("kind", kind, "id", id))
			.update() > 0;
	}

	void removeAll(String kind) {
		this.database.sql("delete from sandbox.thing where kind = :kind").param("kind", kind).update();
	}

	long nextNumber() {
		return this.database.sql("select nextval('sandbox.number')").query(Long.class).single();
	}

	<T> T alone(String what, Supplier<T> act) {
		return this.database.alone(what, act);
	}

	private List<Thing> read(JdbcClient.StatementSpec query) {
		return query.query((row, number) -> new Thing(parse(row.getString("body")), row.getBoolean("seeded"))).list();
	}

	private ObjectNode parse(String body) {
		try {
			return this.json.readValue(body, ObjectNode.class);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("The sandbox kept a document that is no JSON object", ex);
		}
	}

	/**
	 * A document.
	 *
	 * @param body as the simulated service describes it
	 * @param seeded whether it was there from the beginning
	 */
	record Thing(ObjectNode body, boolean seeded) {
	}

}
