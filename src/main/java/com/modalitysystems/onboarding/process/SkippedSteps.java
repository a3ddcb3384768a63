package com.modalitysystems.onboarding.process;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.FreeText;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The steps that somebody skipped, with their reason: a step that failed is never taken
 * for one that was done. What a person typed does not go on the trail.
 */
@Repository
class SkippedSteps {

	private final JdbcClient jdbc;

	private final Clock clock;

	SkippedSteps(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	void add(StuckStep step, FreeText reason, Actor actor) {
		this.jdbc.sql("""
				insert into skipped_step (reference, step, failure, reason, actor, at)
				values (:reference, :step, :failure, :reason, :actor, :at)""")
			.param("reference", step.reference().value())
			.param("step", step.name())
			.param("failure", step.code())
			.param("reason", reason.value())
			.param("actor", actor.name())
			.param("at", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
	}

	/** The oldest first. */
	List<SkippedStep> of(CustomerReference reference) {
		return this.jdbc
			.sql("select step, reason, actor, at from skipped_step where reference = :reference order by id")
			.param("reference", reference.value())
			.query((row, index) -> new SkippedStep(row.getString("step"), row.getString("reason"),
					row.getString("actor"), row.getTimestamp("at").toInstant()))
			.list();
	}

}
