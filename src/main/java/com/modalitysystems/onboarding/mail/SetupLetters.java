package com.modalitysystems.onboarding.mail;

import java.net.URI;

import com.modalitysystems.onboarding.customer.Customer;

/** What we write from the verified consent to the first working meeting. */
final class SetupLetters {

	private SetupLetters() {
	}

	static void instructions(Draft draft, URI room) {
		draft.say("intro")
			.facts("role", "tools", "tenant", "tenantId", "duration")
			.button(room)
			.heading("toDo")
			.steps("step.open", "step.run", "step.report")
			.heading("know")
			.points("cache", "newMeetings", "allowList")
			.say("next");
		genuine(draft);
	}

	static void reminder(Draft draft, Tone tone, URI room) {
		draft.say("intro");
		switch (tone) {
			case friendly,
					plain ->
				draft.say("already")
					.facts("role", "tools", "tenant", "tenantId", "duration")
					.button(room)
					.heading("know")
					.points("cache", "newMeetings")
					.say("help");
			case helpful -> draft.heading("inTheWay")
				.points("already", "otherRole", "look", "pilot", "stopped", "cache", "later")
				.button(room)
				.facts("role", "tools", "tenant", "tenantId", "duration")
				.say("help");
			case last -> draft.facts("until", "role", "tools", "tenant", "tenantId", "duration")
				.button(room)
				.heading("afterwards")
				.points("afterwards.call", "afterwards.stays")
				.say("already")
				.say("stop");
		}
		genuine(draft);
	}

	static void problem(Draft draft, Customer customer, URI room) {
		draft.say("intro")
			.quote("reason", customer.reason())
			.heading("common")
			.points("common.cache", "common.newMeetings", "common.user", "common.values", "common.tenant")
			.button(room)
			.say("next");
		genuine(draft);
	}

	static void welcome(Draft draft, URI room) {
		draft.say("intro")
			.heading("join")
			.steps("step.invite", "step.call", "step.enter")
			.facts("tenantKey", "support", "reference")
			.heading("know")
			.points("newMeetings", "lobby", "link")
			.button(room)
			.say("help");
	}

	private static void genuine(Draft draft) {
		draft.note("genuine.heading", "genuine", "genuine.values", "genuine.doubt");
	}

}
