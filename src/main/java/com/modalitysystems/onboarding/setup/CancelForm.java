package com.modalitysystems.onboarding.setup;

import org.jspecify.annotations.Nullable;

/**
 * The customer wants to stop.
 *
 * @param reason why, in their words
 * @param reference the reference from the letter
 */
record CancelForm(@Nullable String reason, @Nullable String reference) {
}
