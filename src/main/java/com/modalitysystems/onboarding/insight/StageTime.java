package com.modalitysystems.onboarding.insight;

import java.time.Duration;

import com.modalitysystems.onboarding.customer.Stage;

/**
 * How long onboardings stayed in a stage, in business hours.
 *
 * @param stage which
 * @param stays how many such stays ended within the period
 * @param median what half of them took at most
 * @param ninetieth what nine of ten took at most
 */
record StageTime(Stage stage, long stays, Duration median, Duration ninetieth) {
}
