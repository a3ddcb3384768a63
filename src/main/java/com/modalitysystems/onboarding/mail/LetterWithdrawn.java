package com.modalitysystems.onboarding.mail;

import com.modalitysystems.onboarding.customer.CustomerReference;

/**
 * A letter is no longer true and is never sent, so nobody needs to look at it. Published
 * in the transaction that notes it.
 *
 * @param reference about whose onboarding
 * @param letter its number
 */
public record LetterWithdrawn(CustomerReference reference, long letter) {
}
