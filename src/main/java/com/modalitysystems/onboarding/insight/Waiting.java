package com.modalitysystems.onboarding.insight;

import java.time.Duration;
import java.time.Instant;

import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.WaitingFor;

/**
 * An onboarding that is on its way.
 *
 * @param reference its name
 * @param company the customer's
 * @param stage where it stands
 * @param waitingFor for whom it waits
 * @param since since when it stands there
 * @param waited how long that is in business hours
 * @param lateness how that is beside what is usual
 */
record Waiting(String reference, String company, Stage stage, WaitingFor waitingFor, Instant since, Duration waited,
		Lateness lateness) {
}
