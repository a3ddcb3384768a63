package com.modalitysystems.onboarding.mail;

import java.time.Instant;

import com.modalitysystems.onboarding.customer.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * A letter that was written.
 *
 * @param kind what it is about
 * @param addressee in which part the recipient is written to
 * @param recipient to whom it is addressed
 * @param state what became of it
 * @param serverWords what the mail server said, without the recipient's address
 * @param writtenAt when it was put into the outbox
 * @param settledAt when the state was last found out; none before the first attempt
 */
public record WrittenLetter(LetterKind kind, Addressee addressee, EmailAddress recipient, LetterState state,
		@Nullable String serverWords, Instant writtenAt, @Nullable Instant settledAt) {
}
