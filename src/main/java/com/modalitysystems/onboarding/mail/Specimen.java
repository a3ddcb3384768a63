package com.modalitysystems.onboarding.mail;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.customer.Consent;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Language;

/**
 * One of all the letters that we can write, to look at.
 *
 * @param name what sets it apart from the others
 * @param kind what it is about
 * @param addressee in which part the example customer is written to
 * @param customer the example customer
 * @param reminder how it speaks
 */
record Specimen(String name, LetterKind kind, Addressee addressee, Customer customer, Reminder reminder) {

	/** Each letter that there is in this language. */
	static List<Specimen> all(Language language) {
		return Stream.of(LetterKind.values())
			.filter((kind) -> languagesOf(kind).contains(language))
			.flatMap((kind) -> variants(kind, language))
			.toList();
	}

	/** The languages in which there is such a letter; managers read English. */
	static List<Language> languagesOf(LetterKind kind) {
		return (kind.addressee() == Addressee.manager) ? List.of(Language.ENGLISH) : List.of(Language.values());
	}

	private static Stream<Specimen> variants(LetterKind kind, Language language) {
		return switch (kind) {
			case requestReceived -> Stream.of(only(kind, language), copy(kind, language));
			case consentInvitation -> Stream.of(only(kind, language), named(kind, language));
			case consentProblem -> Stream.of(Consent.Outcome.values())
				.filter(Consent.Outcome::isTrouble)
				.map((trouble) -> of(kind, trouble.name(), ExampleCustomer.of(kind, language, trouble)));
			case consentReminder -> Stream.concat(inEachTone(kind, language, LocalDate.of(2026, 12, 7)),
					Stream.of(inTrouble(kind, language)));
			case expiryNotice -> Stream.of(only(kind, language), inTrouble(kind, language));
			case setupReminder -> inEachTone(kind, language, LocalDate.of(2026, 11, 30));
			default -> Stream.of(only(kind, language));
		};
	}

	private static Specimen only(LetterKind kind, Language language) {
		return new Specimen(kind.name(), kind, kind.addressee(), ExampleCustomer.of(kind, language), Reminder.PLAIN);
	}

	private static Specimen copy(LetterKind kind, Language language) {
		return new Specimen(kind + "-contact", kind, Addressee.contact, ExampleCustomer.of(kind, language),
				Reminder.PLAIN);
	}

	private static Specimen named(LetterKind kind, Language language) {
		return of(kind, "named", ExampleCustomer.whoWasNamed(kind, language));
	}

	private static Specimen inTrouble(LetterKind kind, Language language) {
		return of(kind, "incomplete", ExampleCustomer.of(kind, language, Consent.Outcome.incomplete));
	}

	private static Specimen of(LetterKind kind, String variant, Customer customer) {
		return new Specimen(kind + "-" + variant, kind, kind.addressee(), customer, Reminder.PLAIN);
	}

	private static Stream<Specimen> inEachTone(LetterKind kind, Language language, LocalDate last) {
		return Stream.of(Tone.values())
			.map((tone) -> new Specimen(kind + "-" + tone, kind, kind.addressee(), ExampleCustomer.of(kind, language),
					new Reminder(tone, (tone == Tone.last) ? last : null)));
	}

	@Override
	public String toString() {
		return this.name + " in " + this.customer.language().code();
	}

}
