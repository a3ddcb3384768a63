package com.modalitysystems.onboarding.process;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.CustomerWishes;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.mail.Letters;

import org.springframework.stereotype.Component;

/** What follows for the record, and for the customer to hear, when staff have decided. */
@Component
class Consequences {

	private final Customers customers;

	private final CustomerWishes wishes;

	private final Letters letters;

	private final Schedule schedule;

	Consequences(Customers customers, CustomerWishes wishes, Letters letters, Schedule schedule) {
		this.customers = customers;
		this.wishes = wishes;
		this.letters = letters;
		this.schedule = schedule;
	}

	void draw(StaffDecision decision, CustomerReference reference) {
		switch (decision) {
			case LET_ADDRESS_IN -> this.wishes.addressGranted(reference, false);
			case KEEP_ADDRESS -> {
				this.wishes.addressRefused(reference);
				this.letters.addressRefused(this.customers.require(reference));
			}
			case LET_COLLEAGUE_IN -> this.wishes.successorApproved(reference);
			case KEEP_ADMIN -> {
				this.wishes.successorRefused(reference);
				this.letters.colleagueRefused(this.customers.require(reference));
			}
			case GO_ON_AFTER_CALL -> goOn(this.customers.require(reference));
			case GO_ON_WITH_CONSENT -> this.wishes.consentTroubleResolved(reference);
			default -> {
				// the drawing does what follows
			}
		}
	}

	/**
	 * A consent expires some day, but not on whom staff have just promised to wait for;
	 * who sets up is called again and again.
	 */
	private void goOn(Customer customer) {
		if (customer.stage() == Stage.awaitingSetup) {
			this.customers.restReminders(customer.reference(), this.schedule.nextCall(customer));
		}
		else if (this.schedule.expiry(customer).isBefore(this.schedule.afterAPause(customer.reference()))) {
			this.wishes.waitAnew(customer.reference());
		}
		else {
			this.customers.remindersSent(customer.reference(), this.schedule.remindersDue(customer));
		}
	}

}
