package com.modalitysystems.onboarding.setup;

import java.util.Arrays;
import java.util.List;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Stage;
import org.jspecify.annotations.Nullable;

/**
 * One step of the way, as a customer counts them.
 *
 * @param name which
 * @param state whether it is done
 */
record Step(Name name, State state) {

	/** The steps on the way of a customer; none when it has ended elsewhere. */
	static List<Step> stepsOf(Customer customer) {
		return stepsTo(Room.isInviting(customer) ? Stage.awaitingConsent : Room.stageOf(customer));
	}

	/** The steps on the way to a stage; none when the way has ended elsewhere. */
	static List<Step> stepsTo(Stage stage) {
		if (stage.isOver()) {
			return List.of();
		}
		Name now = at(stage);
		return Arrays.stream(Name.values()).map(name -> new Step(name, state(name, now))).toList();
	}

	/** The step at which a stage stands; none when all are behind. */
	private static @Nullable Name at(Stage stage) {
		return switch (stage) {
			case awaitingConsent, expired -> Name.consent;
			case provisioning -> Name.preparation;
			case awaitingSetup -> Name.policy;
			case confirming -> Name.testCall;
			case live -> null;
			default -> Name.request;
		};
	}

	private static State state(Name step, @Nullable Name now) {
		if (step == now) {
			return State.now;
		}
		return (now == null || step.compareTo(now) < 0) ? State.done : State.ahead;
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
