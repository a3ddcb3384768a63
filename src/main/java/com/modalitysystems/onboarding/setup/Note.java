package com.modalitysystems.onboarding.setup;

import java.util.Arrays;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What the room says after something was done in it. It travels in the address, since a
 * customer's page needs no session; its words are under {@code setup.note.}.
 */
enum Note {

	granted, answered, address, colleague, colleagueReplaced, window, windowOpen, snoozed, timeZone, language, renewed,
	done, result, proof, stopping, notNow;

	static Optional<Note> of(@Nullable String text) {
		return Arrays.stream(values()).filter(note -> note.name().equals(text)).findFirst();
	}

}
