package com.modalitysystems.onboarding.mail;

import com.modalitysystems.onboarding.customer.CustomerReference;

/**
 * A letter was refused, came back, or nobody can say whether it was sent: it is not sent
 * again by itself. Published in the transaction that notes it.
 *
 * @param reference about whose onboarding
 * @param letter its number
 */
public record LetterInTrouble(CustomerReference reference, long letter) {
}
