package com.modalitysystems.onboarding.mail;

import java.util.Locale;

import com.modalitysystems.onboarding.customer.EmailAddress;

/**
 * How an attempt to send a letter went.
 *
 * @param state what the letter is now
 * @param words what the mail server said to it
 */
record Delivery(LetterState state, String words) {

	private static final int MOST = 500;

	/**
	 * The words without the recipient's address, which servers like to repeat, on one
	 * line and bounded.
	 */
	String wordsWithout(EmailAddress recipient) {
		String line = this.words.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
		String address = recipient.value().toLowerCase(Locale.ROOT);
		int found = line.toLowerCase(Locale.ROOT).indexOf(address);
		while (found >= 0) {
			line = line.substring(0, found) + "(recipient)" + line.substring(found + address.length());
			found = line.toLowerCase(Locale.ROOT).indexOf(address);
		}
		return (line.length() > MOST) ? line.substring(0, MOST) : line;
	}

}
