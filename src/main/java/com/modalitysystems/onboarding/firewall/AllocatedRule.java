package com.modalitysystems.onboarding.firewall;

import java.util.List;

import com.modalitysystems.onboarding.customer.CustomerReference;

/**
 * A rule that is on record as ours: it may be in force until the record is closed.
 *
 * @param id its number on record
 * @param reference whose rule it is
 * @param securityGroup the group in which it lies
 * @param priority its priority there
 * @param opened whether Azure ever said that it is in force
 */
record AllocatedRule(long id, String reference, String securityGroup, int priority, boolean opened) {

	CustomerReference owner() {
		return new CustomerReference(this.reference);
	}

	/** Whether it is one of the rules of a group, and in force. */
	boolean isInForceAmong(List<SecurityRule> there, String group) {
		return this.securityGroup.equals(group) && there.stream()
			.filter((rule) -> rule.isNamed(SecurityRule.nameFor(owner())))
			.anyMatch((rule) -> rule.isBusy() || rule.isInForce());
	}

}
