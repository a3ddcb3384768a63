package com.modalitysystems.onboarding.mail;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import com.modalitysystems.onboarding.customer.Consent;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Permission;

/** What we write while we wait for the consent. */
final class ConsentLetters {

	private ConsentLetters() {
	}

	static void invitation(Draft draft, Customer customer, URI room) {
		draft.say("intro");
		if (customer.administrator().namedBy() != null) {
			draft.say("named").say("notYou");
		}
		draft.facts("role", "consentFrom", "tenant", "tenantId", "duration")
			.button(room)
			.heading("next")
			.steps("step.read", "step.sign", "step.verify", "step.policy")
			.heading("know")
			.points("window", "otherAddress", "otherPerson", "askedFor");
		genuine(draft);
	}

	static void reminder(Draft draft, Customer customer, Tone tone, URI room) {
		draft.say("intro");
		lastLook(draft, customer).ifPresent(trouble -> draft.say("do." + trouble.outcome()));
		switch (tone) {
			case friendly,
					plain ->
				draft.say("already")
					.facts("role", "consentFrom", "tenant", "tenantId", "duration")
					.button(room)
					.heading("know")
					.points("window", "otherAddress", "otherPerson", "askedFor")
					.say("stop");
			case helpful -> draft.heading("inTheWay")
				.points("already", "otherPerson", "otherAddress", "askedFor", "security", "later")
				.button(room)
				.facts("role", "consentFrom", "tenant", "tenantId", "duration")
				.say("help");
			case last -> draft.facts("until", "role", "consentFrom", "tenant", "tenantId", "duration")
				.button(room)
				.heading("afterwards")
				.points("afterwards.call", "afterwards.pause", "afterwards.renew")
				.say("already")
				.say("stop");
		}
		genuine(draft);
	}

	static void problem(Draft draft, Customer customer, URI room) {
		Consent consent = Objects.requireNonNull(customer.consent(), "There is no trouble before a look");
		draft.about(consent.outcome().name()).say("intro");
		found(draft, consent);
		draft.say("do." + consent.outcome())
			.facts((consent.outcome() == Consent.Outcome.blocked) ? "roleToAllow" : "role", "tenant", "tenantId")
			.button(room)
			.say("next");
		genuine(draft);
	}

	/** What was wrong when we looked last; nothing where nothing was. */
	private static Optional<Consent> lastLook(Draft draft, Customer customer) {
		Optional<Consent> trouble = Optional.ofNullable(customer.consent()).filter(seen -> seen.outcome().isTrouble());
		trouble.ifPresent(consent -> {
			draft.say("lastLook");
			found(draft, consent);
		});
		return trouble;
	}

	private static void found(Draft draft, Consent consent) {
		draft.say("found." + consent.outcome());
		if (consent.outcome() == Consent.Outcome.incomplete) {
			draft.quote("missing", consent.missing().map(Permission::graphName).collect(Collectors.joining("\n")));
		}
	}

	static void addressOpened(Draft draft, URI room) {
		draft.say("intro")
			.facts("consentFrom", "role", "tenant", "tenantId", "duration")
			.button(room)
			.heading("know")
			.points("window", "otherAddress", "askedFor");
		genuine(draft);
	}

	/** Staff said no to a wish; what the customer can do stays, or another wish. */
	static void refused(Draft draft, Customer customer, String stay, URI room) {
		draft.say("intro")
			.quote("reason", customer.reason())
			.say("stays")
			.heading("toDo")
			.points(stay, "another", "mistaken")
			.button(room)
			.note("genuine.heading", "genuine", "genuine.doubt");
	}

	static void handedOver(Draft draft) {
		draft.say("intro").say("link").say("mistake").facts("reference", "tenant", "tenantId");
	}

	static void expiryNotice(Draft draft, Customer customer, URI room) {
		draft.say("intro");
		lastLook(draft, customer);
		draft.say("nothingChanged")
			.button(room)
			.say("renew")
			.say("silence")
			.facts("reference", "tenant", "tenantId", "requestedOn")
			.note("genuine.heading", "genuine", "genuine.doubt");
	}

	static void expired(Draft draft, URI tasklist) {
		draft.say("intro")
			.facts("reference", "company", "tenant", "tenantId", "requestedOn", "expiredOn")
			.button(tasklist)
			.say("renew")
			.say("silence");
	}

	private static void genuine(Draft draft) {
		draft.note("genuine.heading", "genuine", "genuine.microsoft", "genuine.doubt");
	}

}
