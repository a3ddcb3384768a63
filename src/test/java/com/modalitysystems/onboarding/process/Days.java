package com.modalitysystems.onboarding.process;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.mail.Postbag;
import com.modalitysystems.onboarding.time.SettableClock;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Time that passes as a test says, and what is done in it, in the order in which it falls
 * due: steps of the processes of the customers whom the test follows, and of nobody else.
 * A step that fails is done again when the engine wants it to.
 */
public class Days {

	private static final Logger LOGGER = LoggerFactory.getLogger(Days.class);

	// whoever takes so many steps at one moment goes round in circles
	private static final int STEPS_AT_ONCE = 200;

	private final Set<String> followed = new HashSet<>();

	private final List<RuntimeException> failures = new ArrayList<>();

	private final ManagementService management;

	private final WaitingFacts facts;

	private final SettableClock clock;

	private final Postbag letters;

	private final JdbcClient jdbc;

	Days(ManagementService management, WaitingFacts facts, SettableClock clock, Postbag letters, JdbcClient jdbc) {
		this.management = management;
		this.facts = facts;
		this.clock = clock;
		this.letters = letters;
		this.jdbc = jdbc;
	}

	/** It is this moment, and nobody is followed. */
	public void begin(Instant moment) {
		this.followed.clear();
		this.failures.clear();
		this.clock.reset();
		this.clock.advance(Duration.between(this.clock.instant(), moment));
	}

	/** It is the machine's time again, as every test must leave it. */
	public void end() {
		this.followed.clear();
		this.clock.reset();
	}

	/** From now on this customer's steps are done, too. */
	public void follow(CustomerReference reference) {
		this.followed.add(reference.value());
	}

	/** Do all that is due; its letters are with the mail server. */
	public void work() {
		int steps = 0;
		for (Optional<Step> step = dueStep(); step.isPresent(); step = dueStep()) {
			if (++steps > STEPS_AT_ONCE) {
				throw new AssertionError("There is no end to what is due: " + step.get());
			}
			take(step.get());
		}
	}

	/**
	 * Do one of the steps that are due, and leave the others.
	 * @param which of them; they are counted round and round
	 */
	public void workOnOne(int which) {
		List<Step> due = steps().filter(this::isDue).toList();
		if (!due.isEmpty()) {
			take(due.get(which % due.size()));
		}
		deliver();
	}

	/** The letters that are due are with the mail server. */
	public void deliver() {
		if (isLetterDue()) {
			this.letters.empty();
			// the postman may be on his way with one
			Awaitility.await()
				.atMost(Duration.ofMinutes(1))
				.pollInterval(Duration.ofMillis(10))
				.until(() -> !isLetterDue());
		}
	}

	/** What went wrong since time began, the oldest first. */
	public List<RuntimeException> failures() {
		return List.copyOf(this.failures);
	}

	/** Time passes, and all that falls due until then is done when it falls due. */
	public void passUntil(Instant moment) {
		work();
		for (Optional<Instant> next = nextDue(); next.filter(moment::isAfter).isPresent(); next = nextDue()) {
			stand(next.get());
			work();
		}
		stand(moment);
		work();
	}

	/** Time passes, and nothing is done. */
	public void sleepUntil(Instant moment) {
		stand(moment);
	}

	/** Wake those whose wake-up was lost, as a node does every half minute. */
	public void wake() {
		this.facts.wake();
		work();
	}

	/** When the next step or letter falls due. */
	public Optional<Instant> nextDue() {
		return Stream.concat(nextStep().map(Step::due).stream(), nextLetter().stream()).sorted().findFirst();
	}

	/** What the mail server has of the letters to those followed, the oldest first. */
	public List<Letter> letters() {
		return this.jdbc.sql("""
				select arrived_at, arrived.letter ->> 'to', arrived.letter ->> 'subject'
				from sandbox.letter arrived join letter sent on sent.message_id = arrived.letter ->> 'messageId'
				where sent.reference = any(:followed) order by arrived.id""")
			.param("followed", followed())
			.query((row, number) -> new Letter(row.getTimestamp(1).toInstant(), row.getString(2), row.getString(3)))
			.list();
	}

	private void stand(Instant moment) {
		Duration ahead = Duration.between(this.clock.instant(), moment);
		if (!ahead.isNegative()) {
			this.clock.advance(ahead);
		}
	}

	private void take(Step step) {
		try {
			this.management.executeJob(step.job());
		}
		catch (RuntimeException ex) {
			this.failures.add(ex);
			LOGGER.debug("{} failed: {}", step, ex.toString());
		}
	}

	/** A step that is due; what goes wrong with a letter may lead to one. */
	private Optional<Step> dueStep() {
		return nextStep().filter(this::isDue).or(() -> {
			deliver();
			return nextStep().filter(this::isDue);
		});
	}

	private boolean isLetterDue() {
		return nextLetter().filter(this::isNow).isPresent();
	}

	private boolean isDue(Step step) {
		return isNow(step.due());
	}

	private boolean isNow(Instant moment) {
		return !moment.isAfter(this.clock.instant());
	}

	private Optional<Step> nextStep() {
		return steps().findFirst();
	}

	private Stream<Step> steps() {
		return this.jdbc.sql("""
				select job.id_, coalesce(job.duedate_, job.create_time_) as due, job.handler_cfg_ from act_ru_job job
				join act_ru_execution process on process.id_ = job.process_instance_id_
				where process.business_key_ = any(:followed) and job.retries_ > 0 and job.suspension_state_ = 1
				order by due, job.handler_cfg_, job.id_""")
			.param("followed", followed())
			.query((row, number) -> new Step(row.getString(1), row.getTimestamp(2).toInstant(), row.getString(3)))
			.list()
			.stream();
	}

	/** When the next letter leaves, unless it is on its way. */
	private Optional<Instant> nextLetter() {
		return this.jdbc.sql("""
				select min(case when state = 'sending' then :now else next_attempt_at end) from letter
				where reference = any(:followed) and state in ('queued', 'sending', 'deferred')""")
			.param("followed", followed())
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.query((row, number) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
			.single();
	}

	private String[] followed() {
		return this.followed.toArray(String[]::new);
	}

	/**
	 * A letter as the mail server has it.
	 *
	 * @param at when it arrived
	 * @param to to whom
	 * @param subject about what
	 */
	public record Letter(Instant at, String to, String subject) {
	}

	/**
	 * A step of a process.
	 *
	 * @param job the engine's id of it
	 * @param due when it is due
	 * @param what it is, in the engine's words
	 */
	private record Step(String job, Instant due, String what) {
	}

}
