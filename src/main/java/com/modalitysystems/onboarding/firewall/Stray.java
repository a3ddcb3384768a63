package com.modalitysystems.onboarding.firewall;

/**
 * A rule of ours that lies in the security group without a reason.
 *
 * @param name the rule's name
 * @param why why it has no reason
 */
record Stray(String name, String why) {

	@Override
	public String toString() {
		return this.name + " (" + this.why + ")";
	}

}
