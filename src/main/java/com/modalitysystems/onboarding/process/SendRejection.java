package com.modalitysystems.onboarding.process;

import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.mail.Letters;

import org.springframework.stereotype.Component;

/** Tells the customer why we cannot onboard them. */
@Component
class SendRejection extends LetterStep {

	SendRejection(Customers customers, Letters letters) {
		super(customers, letters, Letters::rejection);
	}

}
