package com.modalitysystems.onboarding.process;

import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.mail.Letters;

import org.springframework.stereotype.Component;

/** Tells the customer that the onboarding was stopped. */
@Component
class SendCancellation extends LetterStep {

	SendCancellation(Customers customers, Letters letters) {
		super(customers, letters, Letters::cancellation);
	}

}
