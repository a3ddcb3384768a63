package com.modalitysystems.onboarding.firewall;

import com.modalitysystems.onboarding.http.Fault;

/** There is no priority left for one more rule. */
class PrioritiesUsedUp extends Fault {

	private static final long serialVersionUID = 1L;

	PrioritiesUsedUp(PriorityRange range) {
		super("Azure.prioritiesUsedUp",
				"Azure: all priorities of " + range
						+ " in the security group are taken; widen firewall.azure.priorities,"
						+ " or remove rules that have no reason",
				null);
	}

}
