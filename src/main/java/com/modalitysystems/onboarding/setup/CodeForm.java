package com.modalitysystems.onboarding.setup;

import org.jspecify.annotations.Nullable;

/**
 * The result of the script, pasted.
 *
 * @param code its result code
 */
record CodeForm(@Nullable String code) {
}
