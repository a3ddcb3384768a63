package com.modalitysystems.onboarding.stories;

import java.time.Duration;
import java.util.List;

import com.modalitysystems.onboarding.customer.Actor;
import org.camunda.bpm.engine.task.Task;

/**
 * How a story ends: all is in order outside, and everybody who is not live is cancelled.
 */
final class Ending {

	static final List<Happening> HAPPENINGS = List.of(
			new Happening("All is in order again, and operators retry what is stuck", Ending::mend),
			new Happening("The dust settles", Ending::settle), new Happening("Everybody goes home", Ending::goHome));

	// the longest pause before a letter is tried again
	private static final Duration A_WHILE = Duration.ofHours(2);

	private Ending() {
	}

	/** Whatever was put off or given up is done. */
	private static void mend(Town town) {
		WorldActs.mend(town);
		WorldActs.retry(town);
		town.days.wake();
		town.woken = true;
	}

	private static void settle(Town town) {
		town.woken = false;
		town.days.passUntil(town.now().plus(A_WHILE));
	}

	private static void goHome(Town town) {
		town.guests().forEach(guest -> town.onboarding.cancel(guest.reference(), "The story is over.", Actor.SYSTEM));
		town.days.work();
		troubles(town).forEach(task -> StaffActs.leave(town, task));
		town.days.passUntil(town.now().plus(A_WHILE));
	}

	private static List<Task> troubles(Town town) {
		return town.tasks.createTaskQuery()
			.processInstanceBusinessKeyIn(town.references())
			.taskDefinitionKey("correctRecipient")
			.list();
	}

}
