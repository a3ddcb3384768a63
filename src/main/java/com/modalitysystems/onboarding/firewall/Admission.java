package com.modalitysystems.onboarding.firewall;

/** What became of a wish to let somebody in. */
public enum Admission {

	/** The administrator's address may come in. */
	admitted,
	/** The onboarding is over, so nobody was let in. */
	tooLate

}
