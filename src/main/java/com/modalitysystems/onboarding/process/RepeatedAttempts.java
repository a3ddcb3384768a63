package com.modalitysystems.onboarding.process;

import java.util.List;
import java.util.Optional;

import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.LogLines;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.AcquireJobsCommandFactory;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes jobs as the engine does, and counts those that were taken before and neither
 * finished nor given back until their lock ended: their node died, or the step takes
 * longer than the lock. The latter would be done again and again, and nothing but this
 * would tell.
 */
class RepeatedAttempts implements AcquireJobsCommandFactory {

	private static final Logger LOGGER = LoggerFactory.getLogger(RepeatedAttempts.class);

	private final JobExecutor executor;

	private final JdbcClient jdbc;

	private final Counter counter;

	RepeatedAttempts(JobExecutor executor, JdbcClient jdbc, MeterRegistry meters) {
		this.executor = executor;
		this.jdbc = jdbc;
		this.counter = Counter.builder("onboarding.jobs.repeated")
			.description("Jobs taken again because their lock had ended before they did")
			.register(meters);
	}

	@Override
	public Command<AcquiredJobs> getCommand(int most) {
		Command<AcquiredJobs> acquire = new AcquireJobsCmd(this.executor, most);
		return context -> {
			AcquiredJobs taken = acquire.execute(context);
			watch(context, taken);
			return taken;
		};
	}

	// the new locks are written when the command ends, so the old ones can still be seen
	private void watch(CommandContext context, AcquiredJobs taken) {
		List<String> ids = idsOf(taken);
		List<Attempt> earlier = ids.isEmpty() ? List.of() : attemptsAt(ids);
		if (!earlier.isEmpty()) {
			context.getTransactionContext()
				.addTransactionListener(TransactionState.COMMITTED,
						done -> earlier.stream()
							.filter(attempt -> idsOf(taken).contains(attempt.job()))
							.forEach(this::count));
		}
	}

	private List<Attempt> attemptsAt(List<String> ids) {
		return this.jdbc.sql("""
				select job.id_ as job, journey.business_key_ as reference
				from act_ru_job job left join act_ru_execution journey on journey.id_ = job.process_instance_id_
				where job.id_ in (:ids) and job.lock_owner_ is not null""")
			.param("ids", ids)
			.query(Attempt.class)
			.list();
	}

	private void count(Attempt attempt) {
		this.counter.increment();
		attempt.of().ifPresent(LogLines::areAbout);
		LOGGER.warn("Job {} is done again: whoever had taken it did not finish it before its lock ended",
				attempt.job());
		LogLines.areAboutNobody();
	}

	// without those that another node was faster to take
	private static List<String> idsOf(AcquiredJobs jobs) {
		return jobs.getJobIdBatches().stream().flatMap(List::stream).toList();
	}

	/**
	 * An earlier attempt at a job.
	 *
	 * @param job its id
	 * @param reference whose onboarding it belongs to, if to any
	 */
	record Attempt(String job, @Nullable String reference) {

		Optional<CustomerReference> of() {
			return Optional.ofNullable(this.reference).map(CustomerReference::new);
		}

	}

}
