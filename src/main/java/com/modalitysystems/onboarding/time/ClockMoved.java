package com.modalitysystems.onboarding.time;

import java.time.Duration;

/**
 * The application's clock was moved.
 *
 * @param offset how far it is now ahead of the machine's
 */
public record ClockMoved(Duration offset) {
}
