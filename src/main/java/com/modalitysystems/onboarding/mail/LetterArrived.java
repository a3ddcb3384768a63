package com.modalitysystems.onboarding.mail;

import com.modalitysystems.onboarding.customer.CustomerReference;

/**
 * The mail server took a letter, perhaps long after nobody could say so. Published in the
 * transaction that notes it.
 *
 * @param reference about whose onboarding
 * @param letter its number
 */
public record LetterArrived(CustomerReference reference, long letter) {
}
