package com.modalitysystems.onboarding.intake;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The shape of a problem, for the description of the API. */
@Schema(description = "A problem, as RFC 9457 has it")
record Problem(@Schema(description = "What is wrong, in short", example = "The request has mistakes") String title,
		@Schema(description = "The HTTP status", example = "400") int status,
		@Schema(description = "What is wrong, in a sentence") String detail,
		@Schema(description = "What was called", example = "/api/onboardings") String instance,
		@Schema(description = "What is wrong at which field; with status 400") @Nullable List<ApiProblems.FieldError> errors,
		@Schema(description = "The onboarding that is in the way, when the tenant is onboarding already",
				example = "OM-7K3F9Q") @Nullable String reference,
		@Schema(description = "Where the onboarding stands, when that is in the way",
				example = "cancelled") @Nullable String state) {
}
