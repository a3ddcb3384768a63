package com.modalitysystems.onboarding.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.http.RemoteCallFailed;
import com.modalitysystems.onboarding.http.TokenRefused;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of a step that failed. It is tried again when the next rung of the
 * engine's ladder says so, or later if the other side asked for that: the wait is the
 * job's, and no thread waits. This is where a failure is told, once: in one line of the
 * log, and in the words that an incident shows.
 * <p>
 * The engine does this in a transaction of its own, after that of the step was rolled
 * back.
 */
final class FailedStep extends DefaultJobRetryCmd {

	private static final Logger LOG = LoggerFactory.getLogger(FailedStep.class);

	FailedStep(String jobId, Throwable failure) {
		super(jobId, failure);
	}

	@Override
	protected void decrementRetries(JobEntity job) {
		if (!shouldDecrementRetriesFor(this.exception)) {
			// another node was quicker, which is no failure
			return;
		}
		boolean last = job.getRetries() <= 1;
		if (!last) {
			waitAsAsked(job);
		}
		String told = cause() + "; " + (last ? "it is not tried again before an operator retries it" : next(job));
		// before the engine decrements, since at zero it copies the words into the
		// incident
		job.setExceptionMessage(told);
		super.decrementRetries(job);
		String line = nameOf(job) + " failed: " + told;
		Context.getCommandContext()
			.getTransactionContext()
			.addTransactionListener(TransactionState.COMMITTED, (done) -> log(line, last));
	}

	private void waitAsAsked(JobEntity job) {
		Duration asked = causes().filter(RemoteCallFailed.class::isInstance)
			.map((failure) -> ((RemoteCallFailed) failure).retryAfter())
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
		if (asked == null) {
			return;
		}
		// as the engine counts, whose clock it is that makes the job due
		Instant earliest = ClockUtil.getCurrentTime().toInstant().plus(asked);
		if (job.getDuedate() == null || job.getDuedate().toInstant().isBefore(earliest)) {
			job.setDuedate(Date.from(earliest));
		}
	}

	private static String next(JobEntity job) {
		@Nullable Date due = job.getDuedate();
		return "it is tried again at " + ((due != null) ? due : ClockUtil.getCurrentTime()).toInstant();
	}

	/** The failure as it was named where it crossed the wall, else as it calls itself. */
	private String cause() {
		Throwable failure = causes().filter(FailedStep::isNamed).findFirst().orElse(this.exception);
		return (failure.getMessage() != null) ? failure.getMessage() : failure.getClass().getSimpleName();
	}

	private void log(String line, boolean last) {
		if (!last) {
			LOG.warn(line);
		}
		else if (causes().anyMatch(FailedStep::isNamed)) {
			LOG.error(line);
		}
		else {
			// nobody expected this one: whoever repairs it needs to know where it
			// happened
			LOG.error(line, this.exception);
		}
	}

	private static boolean isNamed(Throwable failure) {
		return failure instanceof RemoteCallFailed || failure instanceof TokenRefused;
	}

	private Stream<Throwable> causes() {
		return Stream.iterate(this.exception, Objects::nonNull, Throwable::getCause);
	}

	/** Whose step it was, and which. */
	private static String nameOf(JobEntity job) {
		String process = job.getProcessInstanceId();
		if (process == null) {
			return "The engine's job " + job.getJobHandlerType();
		}
		@Nullable ExecutionEntity journey = Context.getCommandContext().getExecutionManager().findExecutionById(process);
		return ((journey != null) ? journey.getBusinessKey() : process) + ": " + job.getActivityId();
	}

}
