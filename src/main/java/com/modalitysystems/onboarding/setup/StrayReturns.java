package com.modalitysystems.onboarding.setup;

import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.ConsentStates;
import com.modalitysystems.onboarding.customer.Trail;

import org.springframework.stereotype.Component;

/**
 * Returns from the consent page that change nothing: whose journey it was once reads of
 * it in the trail.
 */
@Component
class StrayReturns {

	private final ConsentStates states;

	private final Trail trail;

	StrayReturns(ConsentStates states, Trail trail) {
		this.states = states;
		this.trail = trail;
	}

	/**
	 * Note a return that was not taken up.
	 * @param state as it came back
	 * @return why it was not: {@code replayed}, {@code late} or {@code unknown}
	 */
	String note(String state) {
		return this.states.spent(state).map(spent -> {
			this.trail.add(spent.reference(), Actor.MICROSOFT,
					spent.late() ? "consentReturnedLate" : "consentReturnedAgain");
			return spent.late() ? "late" : "replayed";
		}).orElse("unknown");
	}

}
