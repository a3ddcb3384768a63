package com.modalitysystems.onboarding.insight;

import java.time.Instant;

import com.modalitysystems.onboarding.customer.Loss;
import com.modalitysystems.onboarding.customer.Step;

/**
 * An onboarding that ended before it was live.
 *
 * @param reference its name
 * @param company the customer's
 * @param furthest how far it came
 * @param loss what made it end
 * @param at when
 */
record Lost(String reference, String company, Step furthest, Loss loss, Instant at) {
}
