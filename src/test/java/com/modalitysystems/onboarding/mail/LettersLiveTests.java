package com.modalitysystems.onboarding.mail;

import com.modalitysystems.onboarding.LiveTest;
import com.modalitysystems.onboarding.customer.EmailAddress;

/**
 * With the mail server that the environment's settings name ({@code SPRING_MAIL_HOST},
 * {@code MAIL_FROM} …). The letters go to the address in {@code LIVE_LETTER_TO}: look for
 * three invitations there, and whether they are in the inbox.
 */
@LiveTest
class LettersLiveTests extends LettersContract {

	@Override
	EmailAddress recipient() {
		return new EmailAddress(System.getenv("LIVE_LETTER_TO"));
	}

}
