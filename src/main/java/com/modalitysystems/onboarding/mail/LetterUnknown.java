package com.modalitysystems.onboarding.mail;

import com.modalitysystems.onboarding.customer.CustomerReference;

/**
 * Nobody can say whether a letter was sent, and it will not be sent again by itself.
 * Published in the transaction that notes it.
 *
 * @param reference about whose onboarding
 * @param kind which letter
 */
public record LetterUnknown(CustomerReference reference, LetterKind kind) {
}
