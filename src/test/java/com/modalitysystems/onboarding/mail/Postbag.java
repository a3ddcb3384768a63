package com.modalitysystems.onboarding.mail;

/**
 * What the postman would take on his next round, for a test that does not wait for him.
 */
public class Postbag {

	private final LetterSender sender;

	Postbag(LetterSender sender) {
		this.sender = sender;
	}

	/** Take every letter that is due to the mail server. */
	public void empty() {
		while (this.sender.sendNext()) {
			// and the next
		}
	}

}
