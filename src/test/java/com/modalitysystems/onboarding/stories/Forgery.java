package com.modalitysystems.onboarding.stories;

/** What is wrong with the state of somebody who was never sent away. */
enum Forgery {

	UNKNOWN("state=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"), DAMAGED("state=A%s"), MISSING("code=%s"),
	EMPTY("state="), DOUBLE("state=%1$s&state=%1$s");

	private final String query;

	Forgery(String query) {
		this.query = query;
	}

	/** As it stands in the address, made from one that is good. */
	String of(String state) {
		return this.query.formatted(state);
	}

}
