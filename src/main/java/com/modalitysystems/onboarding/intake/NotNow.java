package com.modalitysystems.onboarding.intake;

import com.modalitysystems.onboarding.customer.Stage;

/** What is asked for cannot be done where the onboarding stands. */
class NotNow extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final Stage stage;

	NotNow(Stage stage) {
		super("It cannot be done at the stage " + stage);
		this.stage = stage;
	}

	Stage stage() {
		return this.stage;
	}

}
