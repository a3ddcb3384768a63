package com.modalitysystems.onboarding.process;

import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.Facts;
import com.modalitysystems.onboarding.mail.Letters;

import org.springframework.stereotype.Component;

/** Reminds the customer's administrator of the consent. */
@Component
class SendConsentReminder extends ReminderStep {

	SendConsentReminder(Customers customers, Facts facts, Letters letters, Schedule schedule) {
		super(customers, facts, letters, schedule, Letters::consentReminder);
	}

}
