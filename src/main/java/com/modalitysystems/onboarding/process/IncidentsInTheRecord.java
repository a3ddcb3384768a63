package com.modalitysystems.onboarding.process;

import java.util.Map;
import java.util.function.Consumer;

import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.CustomerWishes;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.Trail;
import com.modalitysystems.onboarding.customer.WaitingFor;
import com.modalitysystems.onboarding.trouble.KnownTrouble;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.Incident;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Writes into the record who is waited for while a step has used up its retries, so that
 * nothing that failed can look done, and tells the trail of it.
 */
class IncidentsInTheRecord extends DefaultIncidentHandler {

	// the engine is built before what stands on the database
	private final ObjectProvider<Customers> customers;

	private final ObjectProvider<CustomerWishes> wishes;

	private final ObjectProvider<Trail> trail;

	IncidentsInTheRecord(ObjectProvider<Customers> customers, ObjectProvider<CustomerWishes> wishes,
			ObjectProvider<Trail> trail) {
		super(Incident.FAILED_JOB_HANDLER_TYPE);
		this.customers = customers;
		this.wishes = wishes;
		this.trail = trail;
	}

	@Override
	public Incident handleIncident(IncidentContext context, String message) {
		String code = FailureWords.codeIn(message);
		boolean ours = KnownTrouble.of(code).isForOperators();
		ofCustomer(context, (reference) -> {
			this.customers.getObject().waitFor(reference, ours ? WaitingFor.operator : WaitingFor.staff);
			this.wishes.getObject().openingTakesLonger(reference);
			this.trail.getObject()
				.add(reference, Actor.SYSTEM, "stepFailed", Map.of("step", context.getActivityId(), "failure", code));
		});
		return super.handleIncident(context, message);
	}

	@Override
	public void resolveIncident(IncidentContext context) {
		// the engine says so after each job that went well, with an incident or without
		Context.getCommandContext()
			.getIncidentManager()
			.findIncidentByConfiguration(context.getConfiguration())
			.forEach((incident) -> ofCustomer(context, (reference) -> retried(reference, incident)));
		super.resolveIncident(context);
	}

	private void retried(CustomerReference reference, Incident incident) {
		Customers records = this.customers.getObject();
		records.waitFor(reference, records.require(reference).stage().waitsFor());
		this.trail.getObject().add(reference, whoever(), "stepRetried", Map.of("step", incident.getActivityId()));
	}

	private static void ofCustomer(IncidentContext context, Consumer<CustomerReference> act) {
		ExecutionEntity execution = Context.getCommandContext()
			.getExecutionManager()
			.findExecutionById(context.getExecutionId());
		// a process that is being cancelled has none any more
		String key = (execution != null) ? execution.getProcessBusinessKey() : null;
		if (key != null && CustomerReference.isOne(key)) {
			act.accept(new CustomerReference(key));
		}
	}

	/** Who retries it, in Cockpit or in Tasklist. */
	private static Actor whoever() {
		String user = Context.getCommandContext().getAuthenticatedUserId();
		return (user != null) ? Actor.staff(user) : Actor.SYSTEM;
	}

}
