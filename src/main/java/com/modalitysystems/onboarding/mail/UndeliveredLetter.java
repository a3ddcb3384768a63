package com.modalitysystems.onboarding.mail;

import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * A letter that staff have to look at.
 *
 * @param id its number
 * @param reference about whose onboarding
 * @param kind what it is about
 * @param addressee in which part the recipient is written to
 * @param recipient to whom it was addressed
 * @param state how it stands
 * @param serverWords what the mail server said, without the recipient's address
 */
public record UndeliveredLetter(long id, CustomerReference reference, LetterKind kind, Addressee addressee,
		EmailAddress recipient, LetterState state, @Nullable String serverWords) {

	/** Whether it still waits for somebody to decide. */
	public boolean isInTrouble() {
		return this.state == LetterState.refused || this.state == LetterState.unknown;
	}

}
