package com.modalitysystems.onboarding.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The faults that still wait for their call, the oldest first. */
@Profile("sandbox")
@Component
class Faults {

	private final SandboxDatabase database;

	private final ObjectMapper json;

	Faults(SandboxDatabase database, ObjectMapper json) {
		this.database = database;
		this.json = json;
	}

	List<Waiting> waiting() {
		return this.database.sql("select id, times, fault from sandbox.fault order by id")
			.query((row, number) -> new Waiting(row.getLong("id"), row.getInt("times"), read(row.getString("fault"))))
			.list();
	}

	void add(Fault fault) {
		this.database.sql("insert into sandbox.fault (target, times, fault) values (:target, :times, :fault::jsonb)")
			.params(Map.of("target", fault.target().name(), "times", fault.times(1), "fault", write(fault)))
			.update();
	}

	void clear() {
		this.database.sql("delete from sandbox.fault").update();
	}

	void remove(long id) {
		this.database.sql("delete from sandbox.fault where id = :id").param("id", id).update();
	}

	/** The fault that meets this call, which is used up by it. */
	Optional<Fault> next(Target target, String path) {
		return next(target, path, fault -> true);
	}

	Optional<Fault> next(Target target, String path, Predicate<Fault> kind) {
		return waiting().stream()
			.filter(waiting -> waiting.fault().target() == target && waiting.fault().meets(path))
			.filter(waiting -> kind.test(waiting.fault()))
			.filter(waiting -> strikes(waiting))
			.map(Waiting::fault)
			.findFirst();
	}

	private boolean strikes(Waiting waiting) {
		boolean strikes = this.database.sql("""
				update sandbox.fault set calls = calls + 1,
					times = times - case when (calls + 1) % :every = 0 then 1 else 0 end
				where id = :id and times > 0
				returning calls % :every = 0""")
			.param("id", waiting.id())
			.param("every", waiting.fault().interval())
			.query(Boolean.class)
			.optional()
			.orElse(false);
		this.database.sql("delete from sandbox.fault where id = :id and times <= 0").param("id", waiting.id()).update();
		return strikes;
	}

	private Fault read(String fault) {
		try {
			return this.json.readValue(fault, Fault.class);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("The sandbox kept a fault that it cannot read", ex);
		}
	}

	private String write(Fault fault) {
		try {
			return this.json.writeValueAsString(fault);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("A fault cannot be written as JSON", ex);
		}
	}

	/**
	 * A fault that waits.
	 *
	 * @param id in the order they were asked for
	 * @param left how often it still strikes
	 * @param fault what it is
	 */
	record Waiting(long id, int left, Fault fault) {
	}

}
