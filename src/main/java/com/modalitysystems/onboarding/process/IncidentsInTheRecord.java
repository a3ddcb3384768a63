package com.modalitysystems.onboarding.process;

import java.util.function.Function;

import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.WaitingFor;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.Incident;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Writes into the record that an operator is waited for while a step has used up its
 * retries, so that nothing that failed can look done.
 */
class IncidentsInTheRecord extends DefaultIncidentHandler {

	// the engine is built before what stands on the database
	private final ObjectProvider<Customers> customers;

	IncidentsInTheRecord(ObjectProvider<Customers> customers) {
		super(Incident.FAILED_JOB_HANDLER_TYPE);
		this.customers = customers;
	}

	@Override
	public Incident handleIncident(IncidentContext context, String message) {
		update(context, stage -> WaitingFor.operator);
		return super.handleIncident(context, message);
	}

	@Override
	public void resolveIncident(IncidentContext context) {
		// the engine says so after each job that went well
		if (!Context.getCommandContext()
			.getIncidentManager()
			.findIncidentByConfiguration(context.getConfiguration())
			.isEmpty()) {
			update(context, Stage::waitsFor);
		}
		super.resolveIncident(context);
	}

	private void update(IncidentContext context, Function<Stage, WaitingFor> whom) {
		ExecutionEntity execution = Context.getCommandContext()
			.getExecutionManager()
			.findExecutionById(context.getExecutionId());
		// a process that is being cancelled has none any more
		if (execution != null) {
			CustomerReference reference = new CustomerReference(execution.getProcessBusinessKey());
			Customers records = this.customers.getObject();
			records.waitFor(reference, whom.apply(records.require(reference).stage()));
		}
	}

}
