package com.modalitysystems.onboarding.process;

import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.mail.Letters;

import org.springframework.stereotype.Component;

/** Tells the managers that a request waits for approval too long. */
@Component
class TellManagers extends LetterStep {

	TellManagers(Customers customers, Letters letters) {
		super(customers, letters, Letters::approvalOverdue);
	}

}
