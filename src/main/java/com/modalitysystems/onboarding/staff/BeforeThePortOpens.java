package com.modalitysystems.onboarding.staff;

import java.util.stream.Stream;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Who there is and what they may do stands in the engine before the port opens: until
 * somebody is administrator, the engine lets anyone make himself the first one over HTTP.
 */
@Component
class BeforeThePortOpens implements SmartInitializingSingleton {

	private final TransactionOperations transaction;

	private final JdbcClient jdbc;

	private final People people;

	private final FirstPeople firstPeople;

	private final Authorizations authorizations;

	private final TaskFilters filters;

	BeforeThePortOpens(TransactionOperations transaction, JdbcClient jdbc, People people, FirstPeople firstPeople,
			Authorizations authorizations, TaskFilters filters) {
		this.transaction = transaction;
		this.jdbc = jdbc;
		this.people = people;
		this.firstPeople = firstPeople;
		this.authorizations = authorizations;
		this.filters = filters;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.transaction.executeWithoutResult((status) -> {
			waitForOtherNodes();
			Stream.of(Role.values()).forEach(this.people::ensure);
			this.firstPeople.ensure();
			Grants.all().forEach(this.authorizations::ensure);
			TaskFilter.ALL.forEach(this.filters::ensure);
		});
	}

	// nodes that start together would each find nothing and write it twice
	private void waitForOtherNodes() {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtext('staff'))").query((row) -> {
		});
	}

}
