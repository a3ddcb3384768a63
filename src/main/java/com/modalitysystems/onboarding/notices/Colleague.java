package com.modalitysystems.onboarding.notices;

import java.util.Set;

/**
 * Somebody of our staff, as they are now.
 *
 * @param email where they are written to
 * @param groups whose tasks they see
 */
public record Colleague(String email, Set<String> groups) {
}
