package com.modalitysystems.onboarding.process;

import org.camunda.bpm.engine.RepositoryService;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Whether the engine can be asked for its drawing; in the place of Camunda's own. */
@Component("processEngineHealthIndicator")
class EngineHealth extends AbstractHealthIndicator {

	private final RepositoryService drawings;

	EngineHealth(RepositoryService drawings) {
		this.drawings = drawings;
	}

	@Override
	protected void doHealthCheck(Health.Builder health) {
		health.up().withDetail("drawings", this.drawings.createProcessDefinitionQuery().latestVersion().count());
	}

}
