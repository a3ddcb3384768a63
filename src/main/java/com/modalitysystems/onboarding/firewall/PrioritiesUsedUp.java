package com.modalitysystems.onboarding.firewall;

/** There is no priority left for one more rule. */
class PrioritiesUsedUp extends RuntimeException {

	private static final long serialVersionUID = 1L;

	PrioritiesUsedUp(PriorityRange range) {
		super("Azure: all priorities of " + range + " in the security group are taken; widen firewall.azure.priorities,"
				+ " or remove rules that have no reason");
	}

}
