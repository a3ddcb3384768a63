package com.modalitysystems.onboarding.staff;

import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.modalitysystems.onboarding.HouseTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What each start makes sure of, when it was done before and when it is done at once. */
@HouseTest
class BeforeThePortOpensTests {

	@Autowired
	private BeforeThePortOpens start;

	@Autowired
	private ProcessEngine engine;

	@Test
	void aSecondStartChangesNothing() {
		Map<String, Long> first = whatIsThere();
		this.start.afterSingletonsInstantiated();
		assertThat(whatIsThere()).isEqualTo(first).containsEntry("filters", 9L).containsEntry("users", 7L);
	}

	@Test
	void nodesThatStartTogetherDoEverythingOnce() throws Exception {
		Map<String, Long> before = whatIsThere();
		takeAway();
		ExecutorService nodes = Executors.newFixedThreadPool(4);
		try {
			Runnable node = this.start::afterSingletonsInstantiated;
			for (Future<Object> done : nodes.invokeAll(Collections.nCopies(4, Executors.callable(node)))) {
				done.get();
			}
		}
		finally {
			nodes.shutdown();
		}
		assertThat(whatIsThere()).isEqualTo(before);
	}

	private Map<String, Long> whatIsThere() {
		return Map.of("groups", this.engine.getIdentityService().createGroupQuery().count(), "users",
				this.engine.getIdentityService().createUserQuery().count(), "administrators",
				this.engine.getIdentityService().createUserQuery().memberOfGroup("camunda-admin").count(), "grants",
				this.engine.getAuthorizationService().createAuthorizationQuery().count(), "filters",
				this.engine.getFilterService().createFilterQuery().count());
	}

	private void takeAway() {
		this.engine.getFilterService()
			.createFilterQuery()
			.list()
			.forEach(filter -> this.engine.getFilterService().deleteFilter(filter.getId()));
		this.engine.getIdentityService()
			.createUserQuery()
			.list()
			.forEach(user -> this.engine.getIdentityService().deleteUser(user.getId()));
		this.engine.getAuthorizationService()
			.createAuthorizationQuery()
			.groupIdIn("onboarding-managers")
			.resourceId("onboarding")
			.list()
			.forEach(grant -> this.engine.getAuthorizationService().deleteAuthorization(grant.getId()));
	}

}
