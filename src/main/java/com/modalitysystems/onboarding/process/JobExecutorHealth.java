package com.modalitysystems.onboarding.process;

import java.time.Duration;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Whether this node takes jobs, and whether any node does; in the place of Camunda's own,
 * which knows only the former.
 */
@Component("jobExecutorHealthIndicator")
class JobExecutorHealth extends AbstractHealthIndicator {

	// a node looks for jobs every few seconds
	private static final Duration LATE = Duration.ofMinutes(5);

	private final JobsOfThisNode node;

	private final EngineFigures figures;

	JobExecutorHealth(JobsOfThisNode node, EngineFigures figures) {
		this.node = node;
		this.figures = figures;
	}

	@Override
	protected void doHealthCheck(Health.Builder health) {
		EngineFigures.Jobs jobs = this.figures.jobs();
		boolean late = jobs.lag().compareTo(LATE) > 0;
		boolean well = !late && (this.node.isActive() || !this.node.isEmployed());
		health.status(well ? Status.UP : Status.DOWN)
			.withDetail("active", this.node.isActive())
			.withDetail("lockOwner", this.node.lockOwner())
			.withDetail("running", this.node.running())
			.withDetail("due", jobs.due())
			.withDetail("lagSeconds", jobs.lag().toSeconds())
			.withDetail("retrying", jobs.retrying())
			.withDetail("incidents", jobs.outOfRetries());
	}

}
