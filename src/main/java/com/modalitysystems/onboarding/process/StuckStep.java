package com.modalitysystems.onboarding.process;

import java.time.Instant;
import java.util.Set;

import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.trouble.KnownTrouble;

/**
 * A step that is not tried again by itself.
 *
 * @param job the engine's job that waits to be retried
 * @param process the process instance in which it is
 * @param reference whose onboarding
 * @param id of its shape on the drawing
 * @param name its words on the drawing
 * @param since when it failed for the last time
 * @param words what was wrong, as the step told it
 */
record StuckStep(String job, String process, CustomerReference reference, String id, String name, Instant since,
		String words) {

	/**
	 * Letters that ask nothing of the customer: what comes after them is right without.
	 */
	private static final Set<String> MAY_BE_SKIPPED = Set.of("tellManagers", "sendWelcome", "sendRejection",
			"sendRejection_closed", "sendRejection_givenUp", "sendCancellation");

	/** The name of the failure. */
	String code() {
		return FailureWords.codeIn(this.words);
	}

	KnownTrouble trouble() {
		return KnownTrouble.of(code());
	}

	/** Whether the onboarding may go on as if it had been done. */
	boolean maySkip() {
		return MAY_BE_SKIPPED.contains(this.id);
	}

	/** Whether the customer can put right what the step works with. */
	boolean mayAskCustomer() {
		return this.id.equals("validateTenant");
	}

}
