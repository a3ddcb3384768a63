package com.modalitysystems.onboarding.intake;

import com.modalitysystems.onboarding.customer.OnboardingRequest;

/**
 * A request sent under a key, so that sending it again does not do it again.
 *
 * @param caller who sent it; keys of different callers do not meet
 * @param key the key
 * @param request what was asked for
 */
record Submission(String caller, String key, OnboardingRequest request) {
}
