package com.modalitysystems.onboarding.staff;

import java.util.Map;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/**
 * Tiny drawings, {@code onboarding} and {@code trouble} in the place of the real ones and
 * {@code elsewhere}, which is no business of staff; and somebody to do things to.
 */
class Scene {

	/** What everything is called that the scene, or somebody in it, makes. */
	static final String NAME = "scene";

	static final String GUEST = "guest";

	private final ProcessEngine engine;

	private final String deployment;

	Scene(ProcessEngine engine) {
		this.engine = engine;
		this.deployment = engine.getRepositoryService()
			.createDeployment()
			.name(NAME)
			.addModelInstance("onboarding.bpmn", drawing("onboarding", "onboarding-staff"))
			.addModelInstance("trouble.bpmn", drawing("trouble", "others"))
			.addModelInstance("elsewhere.bpmn", drawing("elsewhere", "others"))
			.deploy()
			.getId();
		User guest = engine.getIdentityService().newUser(GUEST);
		guest.setPassword(GUEST);
		engine.getIdentityService().saveUser(guest);
	}

	static BpmnModelInstance drawing(String key, String group) {
		return Bpmn.createExecutableProcess(key)
			.camundaHistoryTimeToLiveString("P1D")
			.startEvent()
			.userTask("approveRequest")
			.camundaCandidateGroups(group)
			.boundaryEvent("stopped")
			.message("stop")
			.endEvent()
			.moveToActivity("approveRequest")
			.boundaryEvent("late")
			.timerWithDuration("P1D")
			.endEvent()
			.moveToActivity("approveRequest")
			.boundaryEvent("halted")
			.signal("halt")
			.endEvent()
			.moveToActivity("approveRequest")
			.endEvent()
			.done();
	}

	String instance(String key) {
		return this.engine.getRuntimeService().startProcessInstanceByKey(key, "OM-TEST22").getId();
	}

	/** Where a fresh instance waits to be stopped or halted. */
	String waiting() {
		return this.engine.getRuntimeService()
			.createExecutionQuery()
			.processInstanceId(instance("onboarding"))
			.messageEventSubscriptionName("stop")
			.singleResult()
			.getId();
	}

	/** The timer of a fresh instance. */
	String job(String key) {
		return this.engine.getManagementService()
			.createJobQuery()
			.processInstanceId(instance(key))
			.singleResult()
			.getId();
	}

	/** An instance that is no more. */
	String ended() {
		String instance = instance("onboarding");
		this.engine.getRuntimeService().deleteProcessInstance(instance, "over");
		return instance;
	}

	/** A fresh task with something to read on it. */
	String task(String key) {
		Task task = this.engine.getTaskService().createTaskQuery().processInstanceId(instance(key)).singleResult();
		this.engine.getTaskService().setVariablesLocal(task.getId(), Map.of("company", "Contoso Ltd"));
		return task.getId();
	}

	String taskOf(String assignee) {
		String task = task("onboarding");
		this.engine.getTaskService().setAssignee(task, assignee);
		return task;
	}

	String definition(String key) {
		return this.engine.getRepositoryService()
			.createProcessDefinitionQuery()
			.processDefinitionKey(key)
			.latestVersion()
			.singleResult()
			.getId();
	}

	String deployment() {
		return this.deployment;
	}

	/** Leaves the engine as it was. */
	void remove() {
		this.engine.getRepositoryService()
			.createDeploymentQuery()
			.deploymentName(NAME)
			.list()
			.forEach(one -> this.engine.getRepositoryService().deleteDeployment(one.getId(), true));
		this.engine.getFilterService()
			.createFilterQuery()
			.filterName(NAME)
			.list()
			.forEach(one -> this.engine.getFilterService().deleteFilter(one.getId()));
		this.engine.getAuthorizationService()
			.createAuthorizationQuery()
			.resourceId(NAME)
			.list()
			.forEach(one -> this.engine.getAuthorizationService().deleteAuthorization(one.getId()));
		this.engine.getIdentityService().deleteUser(NAME);
		this.engine.getIdentityService().deleteUser(GUEST);
	}

}
