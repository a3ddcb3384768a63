package com.modalitysystems.onboarding.process;

import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.mail.Letters;

import org.springframework.stereotype.Component;

/** Hands over the values and the script. */
@Component
class SendSetupInstructions extends LetterStep {

	SendSetupInstructions(Customers customers, Letters letters) {
		super(customers, letters, Letters::setupInstructions);
	}

}
