package com.modalitysystems.onboarding.process;

import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.mail.Letters;

import org.springframework.stereotype.Component;

/** Invites the customer's administrator to consent. */
@Component
class SendConsentInvitation extends LetterStep {

	SendConsentInvitation(Customers customers, Letters letters) {
		super(customers, letters, Letters::consentInvitation);
	}

}
