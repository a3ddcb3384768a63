package com.modalitysystems.onboarding.process;

import java.util.HashMap;
import java.util.Map;

import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Customers;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/** What staff see of a customer in tasks that are open already. */
@Component
class OpenTasks {

	private static final Logger LOGGER = LoggerFactory.getLogger(OpenTasks.class);

	private final TaskService tasks;

	private final Customers customers;

	private final CustomerSheet sheet;

	OpenTasks(TaskService tasks, Customers customers, CustomerSheet sheet) {
		this.tasks = tasks;
		this.customers = customers;
		this.sheet = sheet;
	}

	/**
	 * The customer showed something of their set-up while staff are about to confirm it.
	 * Should the task be completed at this moment, there is nobody to show it to.
	 */
	void layOutEvidence(CustomerReference reference) {
		Map<String, @Nullable Object> evidence = new HashMap<>();
		this.sheet.evidence(this.customers.require(reference).evidence(), evidence);
		try {
			this.tasks.createTaskQuery()
				.processInstanceBusinessKey(reference.value())
				.taskDefinitionKey("confirmService")
				.list()
				.forEach(task -> this.tasks.setVariablesLocal(task.getId(), evidence));
		}
		catch (RuntimeException ex) {
			LOGGER.debug("The task of {} was gone: {}", reference, ex.getClass().getSimpleName());
		}
	}

}
