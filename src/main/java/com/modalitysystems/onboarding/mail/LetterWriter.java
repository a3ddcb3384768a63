package com.modalitysystems.onboarding.mail;

import java.net.URI;
import java.util.Objects;
import java.util.stream.Collectors;

import com.modalitysystems.onboarding.customer.Consent;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Permission;
import com.modalitysystems.onboarding.customer.SetupLinks;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Writes each letter: which texts it has, in which order. The words themselves are in
 * {@code messages-mail.properties}.
 */
@Component
class LetterWriter {

	private final MessageSource messages;

	private final SetupLinks links;

	private final LetterValues values;

	LetterWriter(MessageSource messages, SetupLinks links, LetterValues values) {
		this.messages = messages;
		this.links = links;
		this.values = values;
	}

	Letter write(LetterKind kind, Addressee addressee, Customer customer) {
		Draft draft = new Draft(
				new LetterTexts(this.messages, kind, customer.language().locale(), this.values.of(customer)));
		if (addressee == Addressee.administrator && kind != LetterKind.requestReceived) {
			draft.say("greeting");
		}
		else {
			draft.say("greetingWithoutName");
		}
		URI room = this.links.to(customer.link());
		switch (kind) {
			case requestReceived -> requestReceived(draft, addressee, room);
			case question -> question(draft, customer, room);
			case consentInvitation -> consentInvitation(draft, customer, room);
			case consentReminder -> consentReminder(draft, room);
			case consentProblem -> consentProblem(draft, customer, room);
			case addressRefused -> addressRefused(draft, customer, room);
			case colleagueRefused -> colleagueRefused(draft, customer, room);
			case handedOver -> handedOver(draft);
			case expiryNotice -> expiryNotice(draft, room);
			case consentExpired -> consentExpired(draft);
			case setupInstructions -> setupInstructions(draft, room);
			case setupReminder -> setupReminder(draft, room);
			case setupProblem -> setupProblem(draft, customer, room);
			case welcome -> welcome(draft, room);
			case rejection -> rejection(draft, customer);
			case cancellation -> cancellation(draft, customer);
			case approvalOverdue -> approvalOverdue(draft);
		}
		return draft.finish(footerFor(addressee));
	}

	// sent before a person has looked at the request, to whatever address was typed: with
	// anything else that was typed in it, strangers could write to anybody in our name
	private static void requestReceived(Draft draft, Addressee addressee, URI room) {
		draft.say((addressee == Addressee.contact) ? "introToContact" : "intro")
			.facts("reference", "requestedOn")
			.heading("next")
			.steps("step.check", "step.consent", "step.policy", "step.live")
			.say("nothingToDo")
			.button(room)
			.note("unexpected.heading", "unexpected");
	}

	private static void question(Draft draft, Customer customer, URI room) {
		draft.say("intro")
			.quote("asked", customer.question())
			.button(room)
			.say("waiting")
			.say("who")
			.note("genuine.heading", "genuine", "genuine.doubt");
	}

	private static void consentInvitation(Draft draft, Customer customer, URI room) {
		draft.say("intro");
		if (customer.administrator().namedBy() != null) {
			draft.say("named").say("notYou");
		}
		draft.facts("role", "consentFrom", "tenant", "tenantId", "duration")
			.button(room)
			.heading("next")
			.steps("step.read", "step.sign", "step.verify", "step.policy")
			.heading("know")
			.points("window", "otherAddress", "otherPerson", "askedFor")
			.note("genuine.heading", "genuine", "genuine.microsoft", "genuine.doubt");
	}

	private static void consentReminder(Draft draft, URI room) {
		draft.say("intro")
			.say("already")
			.facts("role", "consentFrom", "tenant", "tenantId", "duration")
			.button(room)
			.heading("know")
			.points("window", "otherAddress", "otherPerson", "askedFor")
			.say("stop")
			.note("genuine.heading", "genuine", "genuine.microsoft", "genuine.doubt");
	}

	private static void consentProblem(Draft draft, Customer customer, URI room) {
		Consent consent = Objects.requireNonNull(customer.consent(), "There is no trouble before a look");
		draft.say("intro").say("found." + consent.outcome());
		if (consent.outcome() == Consent.Outcome.incomplete) {
			draft.quote("missing", consent.missing().map(Permission::graphName).collect(Collectors.joining("\n")));
		}
		draft.say("do." + consent.outcome())
			.facts((consent.outcome() == Consent.Outcome.blocked) ? "roleToAllow" : "role", "tenant", "tenantId")
			.button(room)
			.say("next")
			.note("genuine.heading", "genuine", "genuine.microsoft", "genuine.doubt");
	}

	private static void addressRefused(Draft draft, Customer customer, URI room) {
		draft.say("intro")
			.quote("reason", customer.reason())
			.say("stays")
			.heading("toDo")
			.points("here", "another", "mistaken")
			.button(room)
			.note("genuine.heading", "genuine", "genuine.doubt");
	}

	private static void colleagueRefused(Draft draft, Customer customer, URI room) {
		draft.say("intro")
			.quote("reason", customer.reason())
			.say("stays")
			.heading("toDo")
			.points("yourself", "another", "mistaken")
			.button(room)
			.note("genuine.heading", "genuine", "genuine.doubt");
	}

	private static void handedOver(Draft draft) {
		draft.say("intro").say("link").say("mistake").facts("reference", "tenant", "tenantId");
	}

	private static void expiryNotice(Draft draft, URI room) {
		draft.say("intro")
			.say("nothingChanged")
			.button(room)
			.say("renew")
			.say("silence")
			.facts("reference", "tenant", "tenantId", "requestedOn")
			.note("genuine.heading", "genuine", "genuine.doubt");
	}

	private void consentExpired(Draft draft) {
		draft.say("intro")
			.facts("reference", "company", "tenant", "tenantId", "requestedOn", "expiredOn")
			.button(this.values.tasklist())
			.say("renew")
			.say("silence");
	}

	private static void setupInstructions(Draft draft, URI room) {
		draft.say("intro")
			.facts("role", "tools", "tenant", "tenantId", "duration")
			.button(room)
			.heading("toDo")
			.steps("step.open", "step.run", "step.report")
			.heading("know")
			.points("cache", "newMeetings", "allowList")
			.say("next")
			.note("genuine.heading", "genuine", "genuine.values", "genuine.doubt");
	}

	private static void setupReminder(Draft draft, URI room) {
		draft.say("intro")
			.say("already")
			.facts("role", "tools", "tenant", "tenantId", "duration")
			.button(room)
			.points("cache", "newMeetings")
			.say("help")
			.note("genuine.heading", "genuine", "genuine.values", "genuine.doubt");
	}

	private static void setupProblem(Draft draft, Customer customer, URI room) {
		draft.say("intro")
			.quote("reason", customer.reason())
			.heading("common")
			.points("common.cache", "common.newMeetings", "common.user", "common.values", "common.tenant")
			.button(room)
			.say("next")
			.note("genuine.heading", "genuine", "genuine.values", "genuine.doubt");
	}

	private static void welcome(Draft draft, URI room) {
		draft.say("intro")
			.heading("join")
			.steps("step.invite", "step.call", "step.enter")
			.facts("tenantKey", "support", "reference")
			.heading("know")
			.points("newMeetings", "lobby", "link")
			.button(room)
			.say("help");
	}

	private static void rejection(Draft draft, Customer customer) {
		draft.say("intro")
			.quote("reason", customer.reason())
			.say("nothingChanged")
			.say("mistake")
			.facts("reference", "tenant", "tenantId", "requestedOn");
	}

	private static void cancellation(Draft draft, Customer customer) {
		draft.say("intro")
			.quote("reason", customer.reason())
			.heading("whatThisMeans")
			.points("noMoreLetters", "consentTaken", "policyTaken")
			.say("mistake")
			.facts("reference", "tenant", "tenantId", "requestedOn");
	}

	private void approvalOverdue(Draft draft) {
		draft.say("intro")
			.facts("reference", "company", "tenant", "tenantId", "requestedOn", "waitingSince")
			.button(this.values.tasklist())
			.say("once");
	}

	private static String[] footerFor(Addressee addressee) {
		return switch (addressee) {
			case administrator -> new String[] { "footer.reference", "footer.help", "footer.why" };
			case contact -> new String[] { "footer.reference", "footer.help", "footer.whyContact" };
			case former -> new String[] { "footer.reference", "footer.help", "footer.whyFormer" };
			case manager -> new String[] { "footer.reference", "footer.whyManager" };
		};
	}

}
