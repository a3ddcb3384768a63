package com.modalitysystems.onboarding.process;

import java.util.Optional;

import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.CustomerWishes;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.WaitingFor;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.runtime.Incident;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Writes into the record that an operator is waited for while a step has used up its
 * retries, so that nothing that failed can look done.
 */
class IncidentsInTheRecord extends DefaultIncidentHandler {

	// the engine is built before what stands on the database
	private final ObjectProvider<Customers> customers;

	private final ObjectProvider<CustomerWishes> wishes;

	IncidentsInTheRecord(ObjectProvider<Customers> customers, ObjectProvider<CustomerWishes> wishes) {
		super(Incident.FAILED_JOB_HANDLER_TYPE);
		this.customers = customers;
		this.wishes = wishes;
	}

	@Override
	public Incident handleIncident(IncidentContext context, String message) {
		of(context).ifPresent(reference -> {
			this.customers.getObject().waitFor(reference, WaitingFor.operator);
			this.wishes.getObject().openingTakesLonger(reference);
		});
		return super.handleIncident(context, message);
	}

	@Override
	public void resolveIncident(IncidentContext context) {
		// the engine says so after each job that went well
		if (!Context.getCommandContext()
			.getIncidentManager()
			.findIncidentByConfiguration(context.getConfiguration())
			.isEmpty()) {
			of(context).ifPresent(this::waitAsBefore);
		}
		super.resolveIncident(context);
	}

	private void waitAsBefore(CustomerReference reference) {
		Customers records = this.customers.getObject();
		records.waitFor(reference, records.require(reference).stage().waitsFor());
	}

	/** Whose process it is; nobody's any more once that is being cancelled. */
	private static Optional<CustomerReference> of(IncidentContext context) {
		return Optional
			.ofNullable(Context.getCommandContext().getExecutionManager().findExecutionById(context.getExecutionId()))
			.map(execution -> new CustomerReference(execution.getProcessBusinessKey()));
	}

}
