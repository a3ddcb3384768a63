package com.modalitysystems.onboarding.insight;

import java.time.LocalDate;

/**
 * What happened in a week.
 *
 * @param monday when it began, where our staff are
 * @param requested how many asked
 * @param live how many became live
 * @param lost how many ended without
 */
record Week(LocalDate monday, long requested, long live, long lost) {
}
