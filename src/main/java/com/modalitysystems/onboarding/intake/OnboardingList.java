package com.modalitysystems.onboarding.intake;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;

/** A page of the list of onboardings. */
@Schema(description = "A page of the list")
record OnboardingList(@Schema(description = "The onboardings of this page") List<OnboardingSummary> items,
		@Schema(description = "Which page this is, from 0", example = "0") int page,
		@Schema(description = "How many a page has at most", example = "50") int size,
		@Schema(description = "How many there are on all pages", example = "1") long total) {
}
