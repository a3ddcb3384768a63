package com.modalitysystems.onboarding.process;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

import com.modalitysystems.onboarding.time.ClockMoved;
import io.micrometer.core.instrument.MeterRegistry;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * The work that this node does for the engine. When the node stops, it takes no more,
 * finishes the steps that run, and gives back what it took and did not begin, so that
 * another node has it at once and not when the lock ends.
 */
@Component
class JobsOfThisNode implements SmartLifecycle {

	private final Optional<SpringJobExecutor> executor;

	private final JdbcClient jdbc;

	private final ApplicationContext house;

	private volatile boolean started;

	JobsOfThisNode(ObjectProvider<JobExecutor> executor, JdbcClient jdbc, MeterRegistry meters,
			ApplicationContext house) {
		this.executor = Optional.ofNullable((SpringJobExecutor) executor.getIfAvailable());
		this.jdbc = jdbc;
		this.house = house;
		this.executor.ifPresent(jobs -> jobs.setAcquireJobsCmdFactory(new RepeatedAttempts(jobs, jdbc, meters)));
	}

	/** Whether this node is meant to take jobs. */
	boolean isEmployed() {
		return this.executor.isPresent();
	}

	/** Whether this node takes jobs. */
	boolean isActive() {
		return this.executor.filter(JobExecutor::isActive).isPresent();
	}

	/** Under which name this node takes jobs. */
	String lockOwner() {
		return this.executor.map(JobExecutor::getLockOwner).orElse("");
	}

	/** How many jobs run on this node right now. */
	int running() {
		return pool().map(ThreadPoolTaskExecutor::getActiveCount).orElse(0);
	}

	// before the threads are told to stop: from then on, what is taken would be done by
	// nobody
	@EventListener
	@Order(Ordered.HIGHEST_PRECEDENCE)
	void takeNoMore(ContextClosedEvent closing) {
		if (closing.getApplicationContext() == this.house) {
			this.executor.ifPresent(JobExecutor::shutdown);
		}
	}

	/** What is due by the new time is taken now, and not when the node looks next. */
	@EventListener(ClockMoved.class)
	void lookAgain() {
		this.executor.ifPresent(JobExecutor::jobWasAdded);
	}

	@Override
	public void start() {
		this.started = true;
	}

	@Override
	public void stop() {
		this.started = false;
		if (isDone()) {
			this.executor.ifPresent(this::giveBack);
		}
	}

	/**
	 * Whether no step runs any more: one that has just ended still counts for a moment.
	 */
	private boolean isDone() {
		for (int time = 0; running() > 0 && time < 20; time++) {
			LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
		}
		return running() == 0;
	}

	@Override
	public boolean isRunning() {
		return this.started;
	}

	// after the threads, which finish what they are at
	@Override
	public int getPhase() {
		return ThreadPoolTaskExecutor.DEFAULT_PHASE - 1;
	}

	private void giveBack(JobExecutor jobs) {
		this.jdbc.sql("update act_ru_job set lock_owner_ = null, lock_exp_time_ = null where lock_owner_ = :owner")
			.param("owner", jobs.getLockOwner())
			.update();
	}

	private Optional<ThreadPoolTaskExecutor> pool() {
		return this.executor.map(SpringJobExecutor::getTaskExecutor)
			.filter(ThreadPoolTaskExecutor.class::isInstance)
			.map(ThreadPoolTaskExecutor.class::cast);
	}

}
