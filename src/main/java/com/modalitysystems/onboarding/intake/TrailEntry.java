package com.modalitysystems.onboarding.intake;

import java.time.Instant;
import java.util.Map;

import com.modalitysystems.onboarding.customer.Trail;
import io.swagger.v3.oas.annotations.media.Schema;

/** One event of an onboarding. */
@Schema(description = "One event. Nothing in the trail is ever changed, and no person is named in it.")
record TrailEntry(@Schema(description = "When") Instant at,
		@Schema(description = "Who: customer, system, microsoft, or staff: and the user",
				example = "staff:api") String actor,
		@Schema(description = "What, in the past tense", example = "onboardingRequested") String what,
		@Schema(description = "What else is to know") Map<String, String> details) {

	static TrailEntry of(Trail.Event event) {
		return new TrailEntry(event.at(), event.actor(), event.what(), event.details());
	}

}
