package com.modalitysystems.onboarding.staff;

import java.util.stream.Stream;

import com.modalitysystems.onboarding.staff.Grants.Grant;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;

import org.springframework.stereotype.Component;

/**
 * Puts our task filters into Tasklist and shares them. Doing it twice changes nothing.
 */
@Component
class TaskFilters {

	private final FilterService filters;

	private final TaskService tasks;

	private final Authorizations authorizations;

	TaskFilters(FilterService filters, TaskService tasks, Authorizations authorizations) {
		this.filters = filters;
		this.tasks = tasks;
		this.authorizations = authorizations;
	}

	void ensure(TaskFilter wanted) {
		Filter filter = find(wanted.title());
		filter.setQuery(wanted.select(this.tasks.createTaskQuery()));
		filter.setProperties(wanted.look());
		String id = this.filters.saveFilter(filter).getId();
		Stream.of(Role.STAFF, Role.MANAGER)
			.map((role) -> Grant.on(id, role, Resources.FILTER, Permissions.READ))
			.forEach(this.authorizations::ensure);
	}

	// a filter that a person made has an owner, whatever its name
	private Filter find(String title) {
		return this.filters.createTaskFilterQuery()
			.filterName(title)
			.list()
			.stream()
			.filter((filter) -> filter.getOwner() == null)
			.findFirst()
			.orElseGet(() -> this.filters.newTaskFilter(title));
	}

}
