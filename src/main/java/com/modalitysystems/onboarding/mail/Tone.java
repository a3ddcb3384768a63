package com.modalitysystems.onboarding.mail;

/** How a letter speaks; only reminders speak in more than one way. */
public enum Tone {

	/** Perhaps it was not the moment. */
	friendly,
	/** Is there something in the way? */
	helpful,
	/** What is still missing. */
	plain,
	/** It names the day on which something else follows. */
	last;

	/** The tone of this reminder among so many. */
	public static Tone of(int reminder, int reminders) {
		if (reminder <= 1) {
			return friendly;
		}
		if (reminder >= reminders) {
			return last;
		}
		return (reminder == 2) ? helpful : plain;
	}

}
