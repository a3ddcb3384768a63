package com.modalitysystems.onboarding.process;

import java.time.Clock;
import java.time.Instant;

import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.Consent;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.Facts;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.Trail;
import com.modalitysystems.onboarding.directory.TenantDirectory;
import com.modalitysystems.onboarding.http.RemoteCallFailed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks whether a customer consented while staff are asked about them: the process itself
 * looks only while it waits for the customer. What is found is a fact like any other: it
 * takes the task back, and the process verifies it.
 */
@Component
class LooksMeanwhile {

	private static final Logger LOGGER = LoggerFactory.getLogger(LooksMeanwhile.class);

	private final Facts facts;

	private final Customers customers;

	private final TenantDirectory directory;

	private final Journeys journeys;

	private final ScheduleSettings settings;

	private final Trail trail;

	private final Clock clock;

	LooksMeanwhile(Facts facts, Customers customers, TenantDirectory directory, Journeys journeys,
			ScheduleSettings settings, Trail trail, Clock clock) {
		this.facts = facts;
		this.customers = customers;
		this.directory = directory;
		this.journeys = journeys;
		this.settings = settings;
		this.trail = trail;
		this.clock = clock;
	}

	@Scheduled(initialDelayString = "${schedule.wake-again:30s}", fixedDelayString = "${schedule.wake-again:30s}")
	void look() {
		Instant before = this.clock.instant().minus(this.settings.lookAtMost());
		this.facts.unseenWhileStaffAreAsked(before).forEach(this::lookAt);
	}

	private void lookAt(Customer customer) {
		try {
			Consent consent = this.directory.consentOf(customer);
			if (!consent.isVerified()) {
				this.customers.consentSeen(customer.reference(), consent);
			}
			else if (this.facts.consentReported(customer.reference())) {
				this.trail.add(customer.reference(), Actor.SYSTEM, "consentFound");
				this.journeys.wake(customer.reference(), Stage.awaitingConsent);
			}
		}
		catch (RemoteCallFailed ex) {
			LOGGER.warn("{}: the consent cannot be looked at while staff are asked: {}", customer.reference(),
					ex.getMessage());
		}
	}

}
