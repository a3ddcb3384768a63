package com.modalitysystems.onboarding.mail;

import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.EmailAddress;
import com.modalitysystems.onboarding.customer.LinkId;
import org.jspecify.annotations.Nullable;

/**
 * What the outbox knows of a letter that is about to be sent.
 *
 * @param id its number
 * @param reference about whose onboarding
 * @param kind which letter
 * @param addressee in which part the recipient is written to
 * @param recipient to whom
 * @param link the link to the set-up room that it was written with
 * @param reminder how it speaks
 * @param messageId the same at each attempt
 * @param attempts how often it was tried, this time included
 */
record Envelope(long id, CustomerReference reference, LetterKind kind, Addressee addressee, EmailAddress recipient,
		@Nullable LinkId link, Reminder reminder, String messageId, int attempts) {
}
