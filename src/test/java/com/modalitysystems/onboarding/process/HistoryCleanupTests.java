package com.modalitysystems.onboarding.process;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The engine's history is kept as long as the drawings say, and no longer. */
@ProcessTest
class HistoryCleanupTests {

	@Autowired
	private HistoryService history;

	@Autowired
	private ManagementService management;

	@Autowired
	private RepositoryService repository;

	@Autowired
	private RuntimeService runtime;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clock clock;

	@Test
	void eachNightSomebodyCleansUp() {
		List<Job> cleanings = this.history.findHistoryCleanupJobs();
		assertThat(cleanings).isNotEmpty().allSatisfy(job -> {
			assertThat(job.isSuspended()).isFalse();
			assertThat(job.getDuedate()).hasHourOfDay(2).isBefore(this.clock.instant().plus(Duration.ofDays(2)));
		});
	}

	@Test
	void whatIsOldIsGoneAndWhatIsYoungStays() {
		String old = past();
		String young = past();
		this.jdbc.sql("update act_hi_procinst set removal_time_ = :then where id_ = :old")
			.param("then", Timestamp.from(this.clock.instant().minusSeconds(1)))
			.param("old", old)
			.update();
		this.history.cleanUpHistoryAsync(true);
		this.history.findHistoryCleanupJobs().forEach(job -> this.management.executeJob(job.getId()));
		assertThat(this.history.createHistoricProcessInstanceQuery().processInstanceId(old).count()).isZero();
		assertThat(this.history.createHistoricProcessInstanceQuery().processInstanceId(young).count()).isOne();
	}

	/** A process that has ended. */
	private String past() {
		this.repository.createDeployment()
			.addModelInstance("short.bpmn",
					Bpmn.createExecutableProcess("short")
						.camundaHistoryTimeToLiveString("P1D")
						.startEvent()
						.endEvent()
						.done())
			.deploy();
		return this.runtime.startProcessInstanceByKey("short", "OM-TEST22").getId();
	}

}
