package com.modalitysystems.onboarding.firewall;

import java.time.Instant;
import java.time.OffsetDateTime;

import com.modalitysystems.onboarding.customer.CustomerReference;

/**
 * A rule that is on record as ours: it may be in force until the record is closed.
 *
 * @param id its number on record
 * @param reference whose rule it is
 * @param securityGroup the group in which it lies
 * @param priority its priority there
 * @param opened whether Azure ever said that it is in force
 * @param allocatedAt when somebody was to be let in last
 */
record AllocatedRule(long id, String reference, String securityGroup, int priority, boolean opened,
		OffsetDateTime allocatedAt) {

	CustomerReference owner() {
		return new CustomerReference(this.reference);
	}

	boolean isSince(Instant moment) {
		return this.allocatedAt.toInstant().isAfter(moment);
	}

}
