package com.modalitysystems.onboarding.firewall;

/**
 * A rule that is on record as ours: it may be in force until the record is closed.
 *
 * @param id its number on record
 * @param securityGroup the group in which it lies
 * @param priority its priority there
 */
record AllocatedRule(long id, String securityGroup, int priority) {
}
