package com.modalitysystems.onboarding.process;

import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.mail.Letters;

import org.springframework.stereotype.Component;

/** Asks the customer what staff want to know. */
@Component
class SendQuestion extends LetterStep {

	SendQuestion(Customers customers, Letters letters) {
		super(customers, letters, Letters::question);
	}

}
