package com.modalitysystems.onboarding.firewall;

/** What became of a wish to let somebody in. */
public enum Admission {

	/** The administrator's address may come in. */
	admitted,
	/** No consent is to come any more, so nobody was let in. */
	tooLate

}
