package com.modalitysystems.onboarding.process;

import com.modalitysystems.onboarding.customer.Facts;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Wakes the processes whose records hold a fact that they have not considered: a node may
 * die after it recorded what arrived and before it woke the process.
 */
@Component
class WaitingFacts {

	private final Facts facts;

	private final Journeys journeys;

	WaitingFacts(Facts facts, Journeys journeys) {
		this.facts = facts;
		this.journeys = journeys;
	}

	@Scheduled(initialDelayString = "${schedule.wake-again:30s}", fixedDelayString = "${schedule.wake-again:30s}")
	void wake() {
		this.facts.waiting().forEach(customer -> this.journeys.wake(customer.reference(), customer.stage()));
	}

}
