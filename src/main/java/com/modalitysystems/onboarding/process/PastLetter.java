package com.modalitysystems.onboarding.process;

import java.time.Instant;

import com.modalitysystems.onboarding.mail.WrittenLetter;
import org.jspecify.annotations.Nullable;

/**
 * A letter that was written, for the eyes of staff.
 *
 * @param kind what it is about, such as {@code consentInvitation}
 * @param addressee in which part the recipient is written to, such as
 * {@code administrator}
 * @param recipient their e-mail address
 * @param state what became of it, such as {@code accepted}
 * @param serverWords what the mail server said
 * @param writtenAt when it was written
 * @param settledAt when its state was found out last; none before the first attempt
 */
public record PastLetter(String kind, String addressee, String recipient, String state, @Nullable String serverWords,
		Instant writtenAt, @Nullable Instant settledAt) {

	static PastLetter of(WrittenLetter letter) {
		return new PastLetter(letter.kind().name(), letter.addressee().name(), letter.recipient().value(),
				letter.state().name(), letter.serverWords(), letter.writtenAt(), letter.settledAt());
	}

}
