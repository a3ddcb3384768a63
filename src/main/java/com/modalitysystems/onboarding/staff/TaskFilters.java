package com.modalitysystems.onboarding.staff;

import java.util.Optional;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.staff.Grants.Grant;
import org.camunda.bpm.engine.FilterService;
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

	private final Authorizations authorizations;

	TaskFilters(FilterService filters, Authorizations authorizations) {
		this.filters = filters;
		this.authorizations = authorizations;
	}

	void ensure(TaskFilter wanted) {
		Filter fresh = this.filters.newTaskFilter(wanted.title());
		Filter filter = find(wanted.title()).orElse(fresh);
		filter.setQuery(wanted.select(fresh.getQuery()));
		filter.setProperties(wanted.look());
		String id = this.filters.saveFilter(filter).getId();
		Stream.of(Role.STAFF, Role.MANAGER, Role.OPERATOR, Role.AUDITOR)
			.map((role) -> Grant.on(id, role, Resources.FILTER, Permissions.READ))
			.forEach(this.authorizations::ensure);
	}

	// a filter that a person made has an owner, whatever its name
	private Optional<Filter> find(String title) {
		return this.filters.createTaskFilterQuery()
			.filterName(title)
			.list()
			.stream()
			.filter((filter) -> filter.getOwner() == null)
			.findFirst();
	}

}
