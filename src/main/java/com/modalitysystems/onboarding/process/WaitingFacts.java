package com.modalitysystems.onboarding.process;

import com.modalitysystems.onboarding.customer.Customers;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Wakes the processes whose records hold a fact that they have not considered: a node may
 * die after it recorded what arrived and before it woke the process.
 */
@Component
class WaitingFacts {

	private final Customers customers;

	private final Journeys journeys;

	WaitingFacts(Customers customers, Journeys journeys) {
		this.customers = customers;
		this.journeys = journeys;
	}

	@Scheduled(initialDelayString = "${schedule.wake-again:30s}", fixedDelayString = "${schedule.wake-again:30s}")
	void wake() {
		this.customers.withWaitingFacts()
			.forEach(customer -> this.journeys.wake(customer.reference(), customer.stage()));
	}

}
