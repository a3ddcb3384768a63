package com.modalitysystems.onboarding.mail;

import java.time.LocalDate;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What one reminder has of its own.
 *
 * @param tone how it speaks
 * @param day when something else follows, where the customer is; none unless it is the
 * last
 */
public record Reminder(Tone tone, @Nullable LocalDate day) {

	/** What every other letter is, too. */
	public static final Reminder PLAIN = new Reminder(Tone.plain, null);

	public Reminder {
		if (tone == Tone.last) {
			Objects.requireNonNull(day, "The last reminder names a day");
		}
	}

}
