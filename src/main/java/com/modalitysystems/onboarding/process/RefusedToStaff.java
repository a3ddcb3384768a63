package com.modalitysystems.onboarding.process;

import org.camunda.bpm.engine.BadUserRequestException;
import org.jspecify.annotations.Nullable;

/** Staff are told in Tasklist why what they sent was not taken; it changed nothing. */
class RefusedToStaff extends BadUserRequestException {

	private static final long serialVersionUID = 1L;

	RefusedToStaff(String sentence) {
		this(sentence, null);
	}

	// the engine begins with words and an id of its own: ours start on a new line
	RefusedToStaff(String sentence, @Nullable Throwable cause) {
		super("\n" + sentence, cause);
	}

}
