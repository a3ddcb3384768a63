package com.modalitysystems.onboarding.intake;

import java.security.Principal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/** What OpenAPI says of the calls that change an onboarding. */
@Tag(name = "Amendments", description = "Change an onboarding that is under way")
interface AmendmentsApiDescription {

	@Operation(operationId = "correctRequest", summary = "Correct a request",
			description = "Possible until the request is approved. Fields that are left out, or empty, stay as they are. "
					+ "The tenant is looked up once more, and an open task for the request begins anew.")
	@ApiResponse(responseCode = "202", description = "It is corrected, and the tenant will be looked up")
	@ApiResponse(responseCode = "400", description = "Mistakes, each at its field; nothing was changed")
	@ApiResponse(responseCode = "404", description = "Nothing is onboarded under this reference")
	@ApiResponse(responseCode = "409",
			description = "It is approved, came to an end, or its tenant is being looked up at this moment; or another "
					+ "onboarding is of the tenant, which \"reference\" names then")
	OnboardingDetails correct(
			@Parameter(description = "The onboarding's reference", example = "OM-7K3F9Q") String reference,
			OnboardingCorrection correction, @Parameter(hidden = true) Principal user);

	@Operation(operationId = "handOver", summary = "Hand an onboarding over to another administrator",
			description = "Possible once the request is approved. The link so far leads nowhere from now on; the administrator "
					+ "before is told, and the new one gets the current letter with a link of their own. Sent again, "
					+ "the call changes nothing.")
	@ApiResponse(responseCode = "202", description = "It is handed over, and the letters will be sent")
	@ApiResponse(responseCode = "400", description = "Mistakes, each at its field; nothing was changed")
	@ApiResponse(responseCode = "404", description = "Nothing is onboarded under this reference")
	@ApiResponse(responseCode = "409", description = "It is not approved yet, or came to an end")
	OnboardingDetails handOver(
			@Parameter(description = "The onboarding's reference", example = "OM-7K3F9Q") String reference,
			OnboardingSuccessor successor, @Parameter(hidden = true) Principal user);

	@Operation(operationId = "renewOnboarding", summary = "Go on with an expired onboarding",
			description = "The customer has the full time once more, and gets the link again.")
	@ApiResponse(responseCode = "202", description = "It will go on")
	@ApiResponse(responseCode = "404", description = "Nothing is onboarded under this reference")
	@ApiResponse(responseCode = "409", description = "It is not expired")
	OnboardingDetails renew(
			@Parameter(description = "The onboarding's reference", example = "OM-7K3F9Q") String reference,
			@Parameter(hidden = true) Principal user);

}
