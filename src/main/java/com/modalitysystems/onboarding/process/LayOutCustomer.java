package com.modalitysystems.onboarding.process;

import java.util.Set;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Customers;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lays the customer out for a task of staff when it is created: values of the task alone,
 * which go with it, and no decision left over from the last task. The company stands in
 * the task's name while it is open; the engine's history keeps the bare words.
 */
@Component
class LayOutCustomer implements TaskListener {

	private static final Set<String> OVER = Set.of(EVENTNAME_COMPLETE, EVENTNAME_DELETE);

	private final Customers customers;

	private final CustomerSheet sheet;

	LayOutCustomer(Customers customers, CustomerSheet sheet) {
		this.customers = customers;
		this.sheet = sheet;
	}

	@Override
	public void notify(DelegateTask task) {
		Customer customer = this.customers.require(new CustomerReference(task.getExecution().getProcessBusinessKey()));
		ProcessVariable.DECISION.clear(task.getExecution());
		this.sheet.of(customer, ProcessVariable.TENANT_REFUSAL.in(task), ProcessVariable.OTHER_ONBOARDING.in(task))
			.forEach(task::setVariableLocal);
		task.setName(task.getName() + ": " + customer.company());
	}

	@EventListener
	void putAway(DelegateTask task) {
		if (OVER.contains(task.getEventName())) {
			task.setName(task.getBpmnModelElementInstance().getName());
		}
	}

}
