package com.modalitysystems.onboarding.firewall;

import com.modalitysystems.onboarding.customer.CustomerReference;

/**
 * A rule of ours that lies in the security group without a reason.
 *
 * @param owner whose name it has
 * @param why why it has no reason
 */
record Stray(CustomerReference owner, String why) {

	@Override
	public String toString() {
		return SecurityRule.nameFor(this.owner) + " (" + this.why + ")";
	}

}
