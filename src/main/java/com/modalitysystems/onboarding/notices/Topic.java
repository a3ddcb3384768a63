package com.modalitysystems.onboarding.notices;

/** What a digest may tell of. */
public enum Topic {

	/** A new task in a group of the reader's. */
	tasks,

	/** An approval that waits for too long. */
	overdue,

	/** A letter that did not arrive, a step that failed. */
	trouble,

	/** A customer is live. */
	live;

	boolean holds(TrailEvent event) {
		return switch (event.what()) {
			case "taskOpened" -> this == tasks;
			case "approvalOverdue" -> this == overdue;
			case "letterRefused", "letterUnknown", "letterCameBack", "stepFailed" -> this == trouble;
			case "serviceConfirmed" -> this == live;
			default -> false;
		};
	}

}
