package com.modalitysystems.onboarding.mail;

import java.net.URI;

import com.modalitysystems.onboarding.customer.Customer;

/** What we write about a request: that it came, what is unclear, and how it ended. */
final class RequestLetters {

	private RequestLetters() {
	}

	// sent before a person has looked at the request, to whatever address was typed: with
	// anything else that was typed in it, strangers could write to anybody in our name
	static void requestReceived(Draft draft, Addressee addressee, URI room) {
		draft.say((addressee == Addressee.contact) ? "introToContact" : "intro")
			.facts("reference", "requestedOn")
			.heading("next")
			.steps("step.check", "step.consent", "step.policy", "step.live")
			.say("nothingToDo")
			.button(room)
			.note("unexpected.heading", "unexpected");
	}

	static void question(Draft draft, Customer customer, URI room) {
		draft.say("intro")
			.quote("asked", customer.question())
			.button(room)
			.say("waiting")
			.say("who")
			.note("genuine.heading", "genuine", "genuine.doubt");
	}

	static void rejection(Draft draft, Customer customer) {
		draft.say("intro")
			.quote("reason", customer.reason())
			.say("nothingChanged")
			.say("mistake")
			.facts("reference", "tenant", "tenantId", "requestedOn");
	}

	static void cancellation(Draft draft, Customer customer) {
		draft.say("intro")
			.quote("reason", customer.reason())
			.heading("whatThisMeans")
			.points("noMoreLetters", "consentTaken", "policyTaken")
			.say("mistake")
			.facts("reference", "tenant", "tenantId", "requestedOn");
	}

	static void approvalOverdue(Draft draft, URI tasklist) {
		draft.say("intro")
			.facts("reference", "company", "tenant", "tenantId", "requestedOn", "waitingSince")
			.button(tasklist)
			.say("once");
	}

}
