package com.modalitysystems.onboarding.setup;

import java.util.Arrays;
import java.util.List;

import com.modalitysystems.onboarding.customer.Stage;

/**
 * One step of the way, as a customer counts them.
 *
 * @param name which
 * @param state whether it is done
 */
record Step(Name name, State state) {

	/** The steps on the way to a stage; none when the way has ended elsewhere. */
	static List<Step> stepsOf(Stage stage) {
		if (stage.isOver()) {
			return List.of();
		}
		int now = (stage == Stage.live) ? Name.values().length : at(stage).ordinal();
		return Arrays.stream(Name.values()).map(name -> new Step(name, state(name.ordinal(), now))).toList();
	}

	private static Name at(Stage stage) {
		return switch (stage) {
			case awaitingConsent, expired -> Name.consent;
			case provisioning -> Name.preparation;
			case awaitingSetup -> Name.policy;
			case confirming -> Name.testCall;
			default -> Name.request;
		};
	}

	private static State state(int step, int now) {
		if (step == now) {
			return State.now;
		}
		return (step < now) ? State.done : State.ahead;
	}

	/** Which step. */
	enum Name {

		request, consent, preparation, policy, testCall

	}

	/** Whether a step is done. */
	enum State {

		done, now, ahead

	}

}
