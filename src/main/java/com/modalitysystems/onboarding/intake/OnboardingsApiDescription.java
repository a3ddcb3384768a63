package com.modalitysystems.onboarding.intake;

import java.security.Principal;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;

/** What OpenAPI says of the calls; {@link ApiDescription} adds the shape of problems. */
@Tag(name = "Onboardings", description = "Ask for an onboarding, follow it, stop it")
interface OnboardingsApiDescription {

	@Operation(operationId = "beginOnboarding", summary = "Ask for an onboarding",
			description = "Writes the record and starts the process: both or neither. Send an Idempotency-Key to be able "
					+ "to repeat the call when you did not get its answer: the same key with the same body gets the first "
					+ "answer again and begins nothing. Keys belong to the user and are kept for at least a week.")
	@ApiResponse(responseCode = "201", description = "The onboarding has begun",
			headers = @Header(name = "Location", description = "Where to follow it",
					schema = @Schema(type = "string", format = "uri-reference",
							example = "/api/onboardings/OM-7K3F9Q")))
	@ApiResponse(responseCode = "400", description = "Mistakes, each at its field; nothing has begun")
	@ApiResponse(responseCode = "409", description = "The tenant has an open or live onboarding already")
	@ApiResponse(responseCode = "422", description = "Another body was sent under this Idempotency-Key before")
	@ApiResponse(responseCode = "429",
			description = "Too many calls or requests of this user, or requests for this administrator")
	ResponseEntity<Receipt> begin(OnboardingOrder order,
			@Parameter(name = IdempotencyKey.HEADER,
					description = "1 to 200 visible ASCII characters, for example a UUID",
					example = "8e03978e-40d5-43e8-bc93-6894a57f9324") @Nullable String key,
			@Parameter(hidden = true) Principal user);

	@Operation(operationId = "getOnboarding", summary = "One onboarding as it stands",
			description = "With the issued values and the consent item by item, as soon as there are any")
	@ApiResponse(responseCode = "200", description = "The onboarding")
	@ApiResponse(responseCode = "404", description = "Nothing is onboarded under this reference")
	OnboardingDetails one(
			@Parameter(description = "The onboarding's reference", example = "OM-7K3F9Q") String reference);

	@Operation(operationId = "getTrail", summary = "Every event of an onboarding", description = "Oldest first")
	@ApiResponse(responseCode = "200", description = "The events")
	@ApiResponse(responseCode = "404", description = "Nothing is onboarded under this reference")
	List<TrailEntry> trail(
			@Parameter(description = "The onboarding's reference", example = "OM-7K3F9Q") String reference);

	@Operation(operationId = "cancelOnboarding", summary = "Stop an onboarding",
			description = "The customer gets a letter with the reason. What was opened for them is closed in the background.")
	@ApiResponse(responseCode = "202", description = "It will be stopped")
	@ApiResponse(responseCode = "400", description = "The reason is missing or cannot be read")
	@ApiResponse(responseCode = "404", description = "Nothing is onboarded under this reference")
	@ApiResponse(responseCode = "409", description = "It is live, or came to an end before")
	OnboardingDetails cancel(
			@Parameter(description = "The onboarding's reference", example = "OM-7K3F9Q") String reference,
			Cancellation cancellation, @Parameter(hidden = true) Principal user);

	@Operation(operationId = "resendLetter", summary = "Send the customer's current letter again",
			description = "The letter that belongs to where the onboarding stands, that of an end included")
	@ApiResponse(responseCode = "202", description = "The letter will be sent")
	@ApiResponse(responseCode = "404", description = "Nothing is onboarded under this reference")
	@ApiResponse(responseCode = "409", description = "No letter belongs to where it stands (provisioning)")
	OnboardingDetails resend(
			@Parameter(description = "The onboarding's reference", example = "OM-7K3F9Q") String reference,
			@Parameter(hidden = true) Principal user);

	@Operation(operationId = "replaceLink", summary = "Replace the customer's link",
			description = "The link in all letters so far leads nowhere from now on. Where the customer's current letter "
					+ "carries a link, it is sent again with the new one; otherwise the next letter brings it.")
	@ApiResponse(responseCode = "202", description = "The link is replaced, and the letter will be sent")
	@ApiResponse(responseCode = "404", description = "Nothing is onboarded under this reference")
	@ApiResponse(responseCode = "409", description = "The onboarding came to an end before")
	OnboardingDetails replaceLink(
			@Parameter(description = "The onboarding's reference", example = "OM-7K3F9Q") String reference,
			@Parameter(hidden = true) Principal user);

}
