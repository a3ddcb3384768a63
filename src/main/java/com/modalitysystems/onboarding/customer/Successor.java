package com.modalitysystems.onboarding.customer;

import java.util.ArrayList;
import java.util.List;

import com.modalitysystems.onboarding.customer.RequestRefused.Mistake;
import org.jspecify.annotations.Nullable;

/**
 * A colleague who is to take an administrator's place.
 *
 * @param name their name
 * @param email their e-mail address
 */
public record Successor(String name, EmailAddress email) {

	/**
	 * Read what was typed.
	 * @throws RequestRefused with every mistake
	 */
	public static Successor of(@Nullable String name, @Nullable String email) {
		List<Mistake> mistakes = new ArrayList<>();
		String readName = null;
		EmailAddress readEmail = null;
		try {
			readName = Text.oneLine(name, 200);
		}
		catch (Refused ex) {
			mistakes.add(new Mistake("adminName", ex.code()));
		}
		try {
			readEmail = EmailAddress.of(email);
		}
		catch (Refused ex) {
			mistakes.add(new Mistake("adminEmail", ex.code()));
		}
		if (readName == null || readEmail == null) {
			throw new RequestRefused(mistakes);
		}
		return new Successor(readName, readEmail);
	}

}
