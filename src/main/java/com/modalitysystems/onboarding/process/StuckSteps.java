package com.modalitysystems.onboarding.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.customer.CustomerReference;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.IncidentQuery;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;

import org.springframework.stereotype.Component;

/** The steps whose retries are used up, as the engine's incidents tell of them. */
@Component
class StuckSteps {

	private final RuntimeService runtime;

	private final ManagementService management;

	private final RepositoryService drawings;

	StuckSteps(RuntimeService runtime, ManagementService management, RepositoryService drawings) {
		this.runtime = runtime;
		this.management = management;
		this.drawings = drawings;
	}

	List<StuckStep> all() {
		return read(incidents());
	}

	/** The step of this job, if it is stuck still. */
	Optional<StuckStep> find(String job) {
		return read(incidents().configuration(job)).stream().findFirst();
	}

	List<StuckStep> of(CustomerReference reference) {
		return this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(reference.value())
			.withIncident()
			.list()
			.stream()
			.flatMap((process) -> read(incidents().processInstanceId(process.getId())).stream())
			.toList();
	}

	void retry(StuckStep step) {
		this.management.setJobRetries(step.job(), 1);
	}

	/** Go on after the step, which was not done. */
	void skip(StuckStep step) {
		this.runtime.createProcessInstanceModification(step.process())
			.startAfterActivity(step.id())
			.cancelAllForActivity(step.id())
			.execute();
	}

	/** Write the customer our question instead. Their answer leads back to the step. */
	void askCustomer(StuckStep step) {
		this.runtime.createProcessInstanceModification(step.process())
			.startBeforeActivity("sendQuestion")
			.cancelAllForActivity(step.id())
			.execute();
	}

	private IncidentQuery incidents() {
		return this.runtime.createIncidentQuery().incidentType(Incident.FAILED_JOB_HANDLER_TYPE);
	}

	private List<StuckStep> read(IncidentQuery query) {
		// the engine has jobs of its own, which belong to no process
		List<Incident> incidents = query.list().stream().filter((one) -> one.getProcessInstanceId() != null).toList();
		Map<String, ProcessInstance> processes = processesOf(incidents);
		return incidents.stream()
			.flatMap((incident) -> Stream.ofNullable(processes.get(incident.getProcessInstanceId()))
				.map((process) -> read(incident, new CustomerReference(process.getBusinessKey()))))
			.toList();
	}

	/** Those that are about a customer: an installation may have drawings of its own. */
	private Map<String, ProcessInstance> processesOf(List<Incident> incidents) {
		Set<String> ids = incidents.stream().map(Incident::getProcessInstanceId).collect(Collectors.toSet());
		return ids.isEmpty() ? Map.of() : this.runtime.createProcessInstanceQuery()
			.processInstanceIds(ids)
			.list()
			.stream()
			.filter((process) -> process.getBusinessKey() != null && CustomerReference.isOne(process.getBusinessKey()))
			.collect(Collectors.toMap(ProcessInstance::getId, Function.identity()));
	}

	private StuckStep read(Incident incident, CustomerReference reference) {
		FlowElement shape = this.drawings.getBpmnModelInstance(incident.getProcessDefinitionId())
			.getModelElementById(incident.getActivityId());
		return new StuckStep(incident.getConfiguration(), incident.getProcessInstanceId(), reference,
				incident.getActivityId(), shape.getName(), incident.getIncidentTimestamp().toInstant(),
				incident.getIncidentMessage());
	}

}
