package com.modalitysystems.onboarding.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.LogLines;
import com.modalitysystems.onboarding.http.NamedFailure;
import com.modalitysystems.onboarding.http.OthersFirst;
import com.modalitysystems.onboarding.http.RemoteCallFailed;
import org.camunda.bpm.engine.impl.cfg.TransactionListener;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;

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

	// as long as the ladder is
	private static final Duration PUT_OFF_AT_MOST = Duration.ofMinutes(80);

	// a node that lost the network may hold a name for long
	private static final Duration OTHERS_AT_MOST = Duration.ofMinutes(10);

	private static final Pattern SINCE = Pattern.compile("put off since (\\S+)");

	private Instant since = Instant.MIN;

	FailedStep(String jobId, Throwable failure) {
		super(jobId, failure);
	}

	@Override
	protected void decrementRetries(JobEntity job) {
		if (!shouldDecrementRetriesFor(this.exception)) {
			// another node was quicker, which is no failure
			return;
		}
		boolean putOff = isPutOff();
		if (putOff && isForOthers()) {
			comeAgain(job);
			return;
		}
		boolean last = !putOff && job.getRetries() <= 1;
		if (!last) {
			waitAsAsked(job);
		}
		String told = named() + "; " + (last ? "it is not tried again before an operator retries it" : next(job));
		// before the engine decrements, since at zero it copies the words into the
		// incident
		job.setExceptionMessage(told);
		if (!putOff) {
			super.decrementRetries(job);
		}
		if (last) {
			// the engine's ladder names a date here, too: whoever retries would wait for
			// it
			job.setDuedate(ClockUtil.getCurrentTime());
		}
		String line = nameOf(job) + " failed: " + told;
		Context.getCommandContext()
			.getTransactionContext()
			.addTransactionListener(TransactionState.COMMITTED, logging(job, () -> log(line, last)));
	}

	/**
	 * Whether the other side is well, and only names a better time. A step that needs
	 * many calls would use up its attempts on a busy day; but it is not put off for ever.
	 */
	private boolean isPutOff() {
		Duration most = isForOthers() ? OTHERS_AT_MOST : PUT_OFF_AT_MOST;
		return asked().isPresent() && this.since.plus(most).isAfter(ClockUtil.getCurrentTime().toInstant());
	}

	private boolean isForOthers() {
		return causes().anyMatch(OthersFirst.class::isInstance);
	}

	// the words of the attempt before tell since when, until the engine overwrites them
	@Override
	protected void logException(JobEntity job) {
		Matcher before = SINCE.matcher(Objects.toString(job.getExceptionMessage(), ""));
		this.since = before.find() ? Instant.parse(before.group(1)) : ClockUtil.getCurrentTime().toInstant();
		super.logException(job);
	}

	/** Its turn comes, whatever the ladder says; so nobody hears of it. */
	private void comeAgain(JobEntity job) {
		asked().ifPresent((asked) -> job.setDuedate(Date.from(earliest(asked))));
		job.setExceptionMessage(named() + "; " + next(job));
	}

	private void waitAsAsked(JobEntity job) {
		asked().map(FailedStep::earliest)
			.filter((earliest) -> job.getDuedate() == null || job.getDuedate().toInstant().isBefore(earliest))
			.ifPresent((earliest) -> job.setDuedate(Date.from(earliest)));
	}

	/** How long the other side asked us to wait. */
	private Optional<Duration> asked() {
		return causes().filter(RemoteCallFailed.class::isInstance)
			.map((failure) -> ((RemoteCallFailed) failure).retryAfter())
			.filter(Objects::nonNull)
			.findFirst();
	}

	// as the engine counts, whose clock it is that makes the job due
	private static Instant earliest(Duration asked) {
		return ClockUtil.getCurrentTime().toInstant().plus(asked);
	}

	private String next(JobEntity job) {
		@Nullable Date due = job.getDuedate();
		String again = "it is tried again at " + ((due != null) ? due : ClockUtil.getCurrentTime()).toInstant();
		return asked().isPresent() ? again + ", put off since " + this.since : again;
	}

	private String named() {
		String code = causes().filter(NamedFailure.class::isInstance)
			.map((failure) -> ((NamedFailure) failure).code())
			.findFirst()
			.orElse(causes().anyMatch(DataAccessException.class::isInstance) ? "Ours.database" : "Ours.unexpected");
		return FailureWords.of(cause(), code);
	}

	/**
	 * The failure as it was named where it crossed the wall, by whoever said most; else
	 * as it calls itself.
	 */
	private String cause() {
		Throwable failure = causes().filter(NamedFailure.class::isInstance).findFirst().orElse(this.exception);
		return (failure.getMessage() != null) ? failure.getMessage() : failure.getClass().getSimpleName();
	}

	// the engine no longer says whose step it was
	private static TransactionListener logging(JobEntity job, Runnable log) {
		@Nullable String reference = referenceOf(job);
		String step = job.getActivityId();
		return (done) -> {
			if (reference != null) {
				LogLines.areAbout(new CustomerReference(reference), step);
			}
			log.run();
			LogLines.areAboutNobody();
		};
	}

	private void log(String line, boolean last) {
		if (!last) {
			LOG.warn(line);
		}
		else if (causes().anyMatch(NamedFailure.class::isInstance)) {
			LOG.error(line);
		}
		else {
			// nobody expected this one: whoever repairs it needs to know where it
			// happened
			LOG.error(line, this.exception);
		}
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
		@Nullable String reference = referenceOf(job);
		return ((reference != null) ? reference : process) + ": " + job.getActivityId();
	}

	private static @Nullable String referenceOf(JobEntity job) {
		String process = job.getProcessInstanceId();
		@Nullable ExecutionEntity journey = (process != null)
				? Context.getCommandContext().getExecutionManager().findExecutionById(process) : null;
		return (journey != null) ? journey.getBusinessKey() : null;
	}

}
