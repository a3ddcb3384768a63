package com.modalitysystems.onboarding.intake;

import java.time.Instant;
import java.util.List;

import com.modalitysystems.onboarding.process.ComingLetters;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What comes by itself as long as nobody does anything. */
@Schema(description = "What comes by itself as long as nobody does anything")
record Coming(
		@Schema(description = "The customer's time zone, in whose days it is counted",
				example = "Europe/London") String timeZone,
		@Schema(description = "What holds the reminders up; left out when nothing does. letterInTrouble: a letter may not "
				+ "have arrived, and staff look at it first. ourTurn: staff or operators have something to do first",
				example = "letterInTrouble") ComingLetters.@Nullable Rest reminderRest,
		@Schema(description = "One after the other; none where nobody waits for the customer") List<Step> steps) {

	static Coming of(ComingLetters coming) {
		return new Coming(coming.zone().getId(), coming.rest(),
				coming.steps().stream().map(step -> new Step(step.kind(), step.at().toInstant())).toList());
	}

	/** One thing that comes. */
	@Schema(name = "ComingStep", description = "One thing that comes")
	record Step(@Schema(
			description = "What: a letter (consentReminder, setupReminder), a call by staff, the end of the time for "
					+ "the consent (expiry, with a letter), or of the time to renew it (closure, with a letter)",
			example = "consentReminder") ComingLetters.Kind kind, @Schema(description = "When") Instant at) {
	}

}
