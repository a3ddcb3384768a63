package com.modalitysystems.onboarding.mail;

import com.modalitysystems.onboarding.customer.CustomerReference;

/**
 * The mail server will not take a letter. Published in the transaction that notes it.
 *
 * @param reference about whose onboarding
 * @param kind which letter
 */
public record LetterRefused(CustomerReference reference, LetterKind kind) {
}
