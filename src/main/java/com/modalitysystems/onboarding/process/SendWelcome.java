package com.modalitysystems.onboarding.process;

import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.mail.Letters;

import org.springframework.stereotype.Component;

/** Tells the customer that the service works. */
@Component
class SendWelcome extends LetterStep {

	SendWelcome(Customers customers, Letters letters) {
		super(customers, letters, Letters::welcome);
	}

}
