package com.modalitysystems.onboarding.process;

import java.util.Map;
import java.util.stream.Collectors;

import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.Trail;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.IdentityLink;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Each new task of staff is an event: whoever wants to hear of it finds it there. */
@Component
class TasksOnTheTrail {

	private final Customers customers;

	private final Trail trail;

	TasksOnTheTrail(Customers customers, Trail trail) {
		this.customers = customers;
		this.trail = trail;
	}

	@EventListener
	void write(DelegateTask task) {
		if (TaskListener.EVENTNAME_CREATE.equals(task.getEventName()) && isAboutACustomer(task)) {
			this.trail.add(CustomerStep.referenceOf(task.getExecution()), Actor.SYSTEM, "taskOpened",
					// the words on the drawing; the task's own name holds the company
					Map.of("task", task.getBpmnModelElementInstance().getName(), "group", groupsOf(task)));
		}
	}

	// an installation may have drawings of its own
	private boolean isAboutACustomer(DelegateTask task) {
		String key = task.getExecution().getProcessBusinessKey();
		return key != null && CustomerReference.isOne(key)
				&& this.customers.find(new CustomerReference(key)).isPresent();
	}

	private static String groupsOf(DelegateTask task) {
		return task.getCandidates().stream().map(IdentityLink::getGroupId).sorted().collect(Collectors.joining(","));
	}

}
