package com.modalitysystems.onboarding.conference;

/**
 * The priorities of a customer's two routing rules.
 *
 * @param trusted of the rule for registered rooms, which must be looked at first
 * @param guests of the rule for everybody else
 */
record RulePriorities(int trusted, int guests) {
}
