package com.modalitysystems.onboarding.stories;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a process of a guest stands: at a step or a timer, at a task, at a message that
 * it waits for.
 *
 * @param drawing of which process
 * @param kind {@code step}, {@code task} or {@code message}
 * @param id of the shape on the drawing
 * @param due when a step is due, if it does not wait for good
 * @param attempts how often a step may still fail
 * @param failure why it failed last, if so
 */
record Place(String drawing, String kind, String id, Optional<Instant> due, int attempts, Optional<String> failure) {

	static List<Place> of(Town town, Guest guest) {
		return town.jdbc.sql("""
				select split_part(process.proc_def_id_, ':', 1), place.* from act_ru_execution process join (
					select job.process_instance_id_ as process, 'step' as kind, shape.act_id_ as id,
						coalesce(job.duedate_, job.create_time_) as due, job.retries_, job.exception_msg_ as failure
					from act_ru_job job join act_ru_jobdef shape on shape.id_ = job.job_def_id_
					union all select proc_inst_id_, 'task', task_def_key_, null, 1, null from act_ru_task
					union all select proc_inst_id_, 'message', activity_id_, null, 1, null from act_ru_event_subscr
				) place on place.process = process.id_
				where process.business_key_ = :reference order by place.id""")
			.param("reference", guest.reference().value())
			.query((row, number) -> new Place(row.getString(1), row.getString("kind"), row.getString("id"),
					Optional.ofNullable(row.getTimestamp("due")).map(Timestamp::toInstant), row.getInt("retries_"),
					Optional.ofNullable(row.getString("failure"))))
			.list();
	}

	boolean isOfTheOnboarding() {
		return this.drawing.equals("onboarding");
	}

	boolean isTask() {
		return this.kind.equals("task");
	}

	/** Whether a step is due that will be done, now or after a failure. */
	boolean isUnderWay(Instant now) {
		return this.kind.equals("step") && this.attempts > 0
				&& (this.failure.isPresent() || this.due.filter(due -> due.isAfter(now)).isEmpty());
	}

	/** Whether an operator has to act. */
	boolean isStuck() {
		return this.attempts == 0;
	}

	boolean is(String shape) {
		return Objects.equals(this.id, shape);
	}

}
