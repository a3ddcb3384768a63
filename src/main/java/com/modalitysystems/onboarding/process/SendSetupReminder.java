package com.modalitysystems.onboarding.process;

import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.Facts;
import com.modalitysystems.onboarding.mail.Letters;

import org.springframework.stereotype.Component;

/** Reminds the customer of the policy. */
@Component
class SendSetupReminder extends ReminderStep {

	SendSetupReminder(Customers customers, Facts facts, Letters letters, Schedule schedule) {
		super(customers, facts, letters, schedule, Letters::setupReminder);
	}

}
