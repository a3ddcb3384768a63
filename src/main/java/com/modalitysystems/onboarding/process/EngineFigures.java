package com.modalitysystems.onboarding.process;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

import com.modalitysystems.onboarding.time.Remembered;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the engine is doing, over all nodes, in figures for whoever watches. */
@Component
class EngineFigures implements MeterBinder {

	private static final Duration GOOD = Duration.ofSeconds(5);

	private final JdbcClient jdbc;

	private final Clock clock;

	private final Remembered<Jobs> jobs = new Remembered<>(GOOD, this::askForJobs);

	private final Remembered<Map<String, Long>> tasks = new Remembered<>(GOOD, this::askForTasks);

	EngineFigures(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public void bindTo(MeterRegistry meters) {
		StaffDecision.tasks()
			.forEach(task -> Gauge.builder("onboarding.tasks", () -> this.tasks.get().getOrDefault(task, 0L))
				.description("Open tasks of staff")
				.tag("task", task)
				.register(meters));
		gauge(meters, "onboarding.jobs.due", "Jobs that are due and that no node has taken", Jobs::due);
		gauge(meters, "onboarding.jobs.retrying", "Jobs that failed and will be tried again", Jobs::retrying);
		gauge(meters, "onboarding.incidents", "Jobs that are out of retries and wait for an operator",
				Jobs::outOfRetries);
		Gauge.builder("onboarding.jobs.lag", () -> this.jobs.get().lag().toMillis() / 1000.0)
			.description("How long the oldest job that is due and not taken has been due")
			.baseUnit("seconds")
			.register(meters);
	}

	/** What there is to do, and what went wrong. */
	Jobs jobs() {
		return this.jobs.get();
	}

	private void gauge(MeterRegistry meters, String name, String description, ToLongFunction<Jobs> figure) {
		Gauge.builder(name, () -> figure.applyAsLong(this.jobs.get())).description(description).register(meters);
	}

	// the engine writes down moments in the time zone of its machine
	private Jobs askForJobs() {
		Instant now = this.clock.instant();
		return this.jdbc
			.sql("""
					with waiting as (
						select coalesce(duedate_, create_time_) as since from act_ru_job
						where retries_ > 0 and suspension_state_ = 1 and (duedate_ is null or duedate_ <= :now)
						and (lock_owner_ is null or lock_exp_time_ < :now))
					select (select count(*) from waiting) as due,
						(select min(since) from waiting) as oldest,
						(select count(*) from act_ru_job where retries_ > 0 and exception_stack_id_ is not null) as retrying,
						(select count(*) from act_ru_job where retries_ = 0) as out_of_retries""")
			.param("now", Timestamp.from(now))
			.query((row, index) -> new Jobs(row.getLong("due"), lag(row.getTimestamp("oldest"), now),
					row.getLong("retrying"), row.getLong("out_of_retries")))
			.single();
	}

	private static Duration lag(@Nullable Timestamp oldest, Instant now) {
		return Optional.ofNullable(oldest)
			.map(since -> Duration.between(since.toInstant(), now))
			.filter(lag -> !lag.isNegative())
			.orElse(Duration.ZERO);
	}

	private Map<String, Long> askForTasks() {
		Map<String, Long> open = new HashMap<>();
		this.jdbc.sql("select task_def_key_, count(*) as open from act_ru_task group by task_def_key_").query(row -> {
			open.put(row.getString("task_def_key_"), row.getLong("open"));
		});
		return open;
	}

	/**
	 * What there is to do, and what went wrong.
	 *
	 * @param due how many jobs are due and not taken
	 * @param lag for how long the oldest of them has been due
	 * @param retrying how many failed and will be tried again
	 * @param outOfRetries how many wait for an operator
	 */
	record Jobs(long due, Duration lag, long retrying, long outOfRetries) {
	}

}
