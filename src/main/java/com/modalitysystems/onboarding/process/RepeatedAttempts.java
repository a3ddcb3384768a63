package com.modalitysystems.onboarding.process;

import java.util.List;
import java.util.Set;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.AcquireJobsCommandFactory;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
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
		if (ids.isEmpty()) {
			return;
		}
		Set<String> before = this.jdbc.sql("select id_ from act_ru_job where id_ in (:ids) and lock_owner_ is not null")
			.param("ids", ids)
			.query(String.class)
			.set();
		if (!before.isEmpty()) {
			context.getTransactionContext()
				.addTransactionListener(TransactionState.COMMITTED,
						done -> idsOf(taken).stream().filter(before::contains).forEach(this::count));
		}
	}

	private void count(String job) {
		this.counter.increment();
		LOGGER.warn("Job {} is done again: whoever had taken it did not finish it before its lock ended", job);
	}

	// without those that another node was faster to take
	private static List<String> idsOf(AcquiredJobs jobs) {
		return jobs.getJobIdBatches().stream().flatMap(List::stream).toList();
	}

}
