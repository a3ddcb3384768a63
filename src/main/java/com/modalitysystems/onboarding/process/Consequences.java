package com.modalitysystems.onboarding.process;

import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.CustomerWishes;
import com.modalitysystems.onboarding.customer.Customers;

import org.springframework.stereotype.Component;

/** What follows for the record when staff have decided. */
@Component
class Consequences {

	private final Customers customers;

	private final CustomerWishes wishes;

	private final Schedule schedule;

	Consequences(Customers customers, CustomerWishes wishes, Schedule schedule) {
		this.customers = customers;
		this.wishes = wishes;
		this.schedule = schedule;
	}

	void draw(StaffDecision decision, CustomerReference reference) {
		switch (decision) {
			case LET_ADDRESS_IN -> this.wishes.addressGranted(reference, false);
			case KEEP_ADDRESS -> this.wishes.addressRefused(reference);
			case LET_COLLEAGUE_IN -> this.wishes.successorApproved(reference);
			case KEEP_ADMIN -> this.wishes.successorRefused(reference);
			case GO_ON_AFTER_CALL ->
				this.customers.remindersSent(reference, this.schedule.remindersDue(this.customers.require(reference)));
			case GO_ON_WITH_CONSENT -> this.wishes.consentTroubleResolved(reference);
			default -> {
				// the drawing does what follows
			}
		}
	}

}
