package com.modalitysystems.onboarding.sandbox;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Everything that was sent to the simulated services, the newest first. */
@Profile("sandbox")
@Component
class Journal {

	private final SandboxDatabase database;

	private final Clock clock;

	Journal(SandboxDatabase database, Clock clock) {
		this.database = database;
		this.clock = clock;
	}

	void write(Target target, String method, String path, String body, @Nullable Integer status,
			@Nullable String fault) {
		this.database.sql("""
				insert into sandbox.journal (at, target, method, path, body, status, fault)
				values (:at, :target, :method, :path, :body, :status, :fault)
				""")
			.param("at", Timestamp.from(this.clock.instant()))
			.param("target", target.name())
			.param("method", method)
			.param("path", path)
			// PostgreSQL keeps no NUL in a text
			.param("body", body.replace("\0", "\uFFFD"))
			.param("status", status)
			.param("fault", fault)
			.update();
	}

	List<Entry> entries(@Nullable Target target, int limit) {
		return this.database.sql("""
				select at, target, method, path, body, status, fault from sandbox.journal
				where :target::text is null or target = :target order by id desc limit :limit
				""")
			.param("target", (target != null) ? target.name() : null)
			.param("limit", limit)
			.query((row, number) -> new Entry(row.getTimestamp("at").toInstant(),
					Target.valueOf(row.getString("target")), row.getString("method"), row.getString("path"),
					row.getString("body"), row.getObject("status", Integer.class), row.getString("fault")))
			.list();
	}

	void clear() {
		this.database.sql("delete from sandbox.journal").update();
	}

	/**
	 * One call.
	 *
	 * @param at when
	 * @param target which service
	 * @param method HTTP method, or {@code MAIL} for a letter
	 * @param path under the service, with its query; the recipients of a letter
	 * @param body as it was sent, without secrets
	 * @param status what was answered, missing when the connection was cut
	 * @param fault what went wrong on purpose
	 */
	record Entry(Instant at, Target target, String method, String path, String body, @Nullable Integer status,
			@Nullable String fault) {
	}

}
