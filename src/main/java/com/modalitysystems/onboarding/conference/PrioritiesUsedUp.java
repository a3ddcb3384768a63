package com.modalitysystems.onboarding.conference;

import com.modalitysystems.onboarding.http.Fault;

/** There are no priorities left for one more customer's routing rules. */
class PrioritiesUsedUp extends Fault {

	private static final long serialVersionUID = 1L;

	PrioritiesUsedUp(PriorityRange range) {
		super("Pexip.prioritiesUsedUp", "Pexip: all priorities of " + range
				+ " are taken; widen conference.pexip.own-priorities, or leave it out"
				+ " and let all customers share conference.pexip.trusted-priority and conference.pexip.guest-priority",
				null);
	}

}
