package com.modalitysystems.onboarding.process;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.customer.Actor;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;

/** What staff can decide, task by task. */
enum StaffDecision {

	APPROVE("approveRequest", "approve", "requestApproved", Words.KEY_WISH),
	REJECT("approveRequest", "reject", "requestRejected", Words.REASON),
	ASK("approveRequest", "ask", "customerAsked", Words.QUESTION),
	CORRECT("correctRequest", "correct", "requestCorrected", Words.CORRECTION),
	ASK_FOR_CORRECTION("correctRequest", "ask", "customerAsked", Words.QUESTION),
	CLOSE("correctRequest", "close", "onboardingClosed", Words.REASON),
	WORKS("confirmService", "works", "serviceConfirmed", Words.NONE),
	FAILS("confirmService", "fails", "serviceFailed", Words.REASON),
	LET_ADDRESS_IN("approveAddress", "approve", "addressApproved", Words.NONE),
	KEEP_ADDRESS("approveAddress", "refuse", "addressRefused", Words.REASON),
	LET_COLLEAGUE_IN("approveAdmin", "approve", "successorApproved", Words.NONE),
	KEEP_ADMIN("approveAdmin", "refuse", "successorRefused", Words.REASON),
	GO_ON_AFTER_CALL("callCustomer", "goOn", "customerCalled", Words.NONE),
	GIVE_UP_AFTER_CALL("callCustomer", "giveUp", "onboardingGivenUp", Words.REASON),
	GO_ON_WITH_CONSENT("resolveConsent", "goOn", "consentTroubleResolved", Words.NONE),
	GIVE_UP_CONSENT("resolveConsent", "giveUp", "onboardingGivenUp", Words.REASON),
	SEND_AGAIN("correctRecipient", "sendAgain", "letterSentAgain", Words.NONE),
	LEAVE("correctRecipient", "leave", "letterLeft", Words.NONE),
	RETRY("resolveTrouble", "retry", "stepRetried", Words.NONE),
	RETRY_ALL("resolveTrouble", "retryAll", "stepRetried", Words.NONE),
	SKIP("resolveTrouble", "skip", "stepSkipped", Words.REASON),
	ASK_AFTER_FAILURE("resolveTrouble", "ask", "customerAsked", Words.QUESTION);

	private final String task;

	private final String value;

	private final String event;

	private final Words words;

	StaffDecision(String task, String value, String event, Words words) {
		this.task = task;
		this.value = value;
		this.event = event;
		this.words = words;
	}

	/**
	 * What was decided at a task. The same task may stand in several places of a drawing,
	 * which its id tells behind an underscore.
	 */
	static Optional<StaffDecision> of(String task, @Nullable String value) {
		String form = task.replaceFirst("_.*", "");
		return Arrays.stream(values())
			.filter(decision -> decision.task.equals(form) && decision.value.equals(value))
			.findFirst();
	}

	/** The tasks in which staff decide. */
	static Stream<String> tasks() {
		return Arrays.stream(values()).map(decision -> decision.task).distinct();
	}

	/**
	 * Who takes it. Whoever calls over HTTP is the one who has claimed: ClaimedTasks
	 * refuses all others.
	 */
	static Actor by(DelegateTask task) {
		return (task.getAssignee() != null) ? Actor.staff(task.getAssignee()) : Actor.SYSTEM;
	}

	/** What the trail says of it. */
	String event() {
		return this.event;
	}

	/** Whether it answers what the customer asked for, and may ask for anew. */
	boolean isAboutAWish() {
		return Set.of("approveAddress", "approveAdmin").contains(this.task);
	}

	Words words() {
		return this.words;
	}

	/** The words that come with a decision; only a wish may be left out. */
	enum Words {

		NONE, REASON, QUESTION, CORRECTION, KEY_WISH

	}

}
