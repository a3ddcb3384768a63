package com.modalitysystems.onboarding.mail;

import java.net.URI;
import java.util.Locale;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Language;
import com.modalitysystems.onboarding.customer.SetupLinks;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Writes each letter: which texts it has, in which order. The words themselves are in
 * {@code messages-mail.properties}, those for managers, who read English, in
 * {@code messages-staff.properties}.
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

	Letter write(LetterKind written, Addressee addressee, Customer customer, Reminder reminder) {
		LetterKind kind = asItIs(written, customer);
		Locale locale = ((addressee == Addressee.manager) ? Language.ENGLISH : customer.language()).locale();
		Draft draft = new Draft(new LetterTexts(this.messages, kind, reminder.tone(), locale,
				this.values.of(customer, reminder, locale)));
		boolean byName = addressee == Addressee.administrator && kind != LetterKind.requestReceived;
		draft.say(byName ? "greeting" : "greetingWithoutName");
		URI room = this.links.to(customer.link());
		switch (kind) {
			case requestReceived -> RequestLetters.requestReceived(draft, addressee, room);
			case question -> RequestLetters.question(draft, customer, room);
			case rejection -> RequestLetters.rejection(draft, customer);
			case cancellation -> RequestLetters.cancellation(draft, customer);
			case approvalOverdue -> RequestLetters.approvalOverdue(draft, this.values.tasklist());
			case consentInvitation -> ConsentLetters.invitation(draft, customer, room);
			case consentReminder -> ConsentLetters.reminder(draft, customer, reminder.tone(), room);
			case consentProblem -> ConsentLetters.problem(draft, customer, room);
			case addressOpened -> ConsentLetters.addressOpened(draft, room);
			case addressRefused -> ConsentLetters.refused(draft, customer, "here", room);
			case colleagueRefused -> ConsentLetters.refused(draft, customer, "yourself", room);
			case handedOver -> ConsentLetters.handedOver(draft);
			case expiryNotice -> ConsentLetters.expiryNotice(draft, customer, room);
			case consentExpired -> ConsentLetters.expired(draft, this.values.tasklist());
			case setupInstructions -> SetupLetters.instructions(draft, room);
			case setupReminder -> SetupLetters.reminder(draft, reminder.tone(), room);
			case setupProblem -> SetupLetters.problem(draft, customer, room);
			case welcome -> SetupLetters.welcome(draft, room);
		}
		return draft.finish(footerFor(addressee));
	}

	/**
	 * Whose consent was waited for was not refused, but given up: their tenant may have
	 * changed.
	 */
	private static LetterKind asItIs(LetterKind kind, Customer customer) {
		return (kind == LetterKind.rejection && customer.consent() != null) ? LetterKind.cancellation : kind;
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
