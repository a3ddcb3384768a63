package com.modalitysystems.onboarding.customer;

import java.time.OffsetDateTime;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The way that an onboarding goes: its stays in stages, and how far it came. */
final class Course {

	private final JdbcClient jdbc;

	Course(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void begin(CustomerReference reference, OffsetDateTime now) {
		stay(reference, Stage.requested, now);
	}

	void change(CustomerReference reference, Stage from, Stage to, OffsetDateTime now) {
		this.jdbc.sql("update stay set left_at = :now where reference = :reference and left_at is null")
			.param("now", now)
			.param("reference", reference.value())
			.update();
		if (to.isOver()) {
			lose(reference);
		}
		else {
			reach(reference, Step.takenBy(from, to));
		}
		if (!to.isEnd()) {
			stay(reference, to, now);
		}
	}

	private void stay(CustomerReference reference, Stage stage, OffsetDateTime now) {
		this.jdbc.sql("insert into stay (reference, stage, entered_at) values (:reference, :stage, :now)")
			.param("reference", reference.value())
			.param("stage", stage.name())
			.param("now", now)
			.update();
	}

	private void reach(CustomerReference reference, Step step) {
		this.jdbc.sql("""
				update customer set furthest = cast(:step as step)
				where reference = :reference and furthest < cast(:step as step)""")
			.param("step", step.name())
			.param("reference", reference.value())
			.update();
	}

	private void lose(CustomerReference reference) {
		this.jdbc
			.sql("update customer set lost_because = coalesce((select loss from (select id, " + Loss.OF_AN_EVENT + """
					 as loss from trail where reference = :reference) as losses
					where loss is not null order by id desc limit 1), 'unknown') where reference = :reference""")
			.param("reference", reference.value())
			.update();
	}

}
