package com.modalitysystems.onboarding.intake;

import java.io.IOException;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import org.springdoc.core.annotations.ParameterObject;

/** What OpenAPI says of the lists; {@link ApiDescription} adds the shape of problems. */
@Tag(name = "Onboardings", description = "Ask for an onboarding, follow it, stop it")
interface OnboardingListsDescription {

	@Operation(operationId = "listOnboardings", summary = "List onboardings", description = "Newest first, or as asked")
	@ApiResponse(responseCode = "200", description = "A page of the list")
	@ApiResponse(responseCode = "400", description = "A parameter cannot be read, or holds an e-mail address")
	OnboardingList list(@ParameterObject Query query);

	@Operation(operationId = "searchOnboardings", summary = "Search onboardings",
			description = "The same list, asked for in a body: this is how one searches for an e-mail address, which does "
					+ "not belong into the address of a call. It changes nothing.")
	@ApiResponse(responseCode = "200", description = "A page of the list")
	@ApiResponse(responseCode = "400", description = "A field cannot be read")
	OnboardingList search(Query query);

	@Operation(operationId = "exportOnboardings", summary = "All onboardings as a file",
			description = "Every onboarding that a list would hold on all its pages, as CSV (RFC 4180, UTF-8). A cell that "
					+ "a spreadsheet would take for a formula has an apostrophe before it.")
	@ApiResponse(responseCode = "200", description = "The file, its first row names the columns",
			content = @Content(mediaType = OnboardingsFile.TYPE, schema = @Schema(type = "string"),
					examples = @ExampleObject(OnboardingsFile.EXAMPLE)))
	@ApiResponse(responseCode = "400", description = "A parameter cannot be read, or holds an e-mail address")
	void export(@ParameterObject Query query, @Parameter(hidden = true) HttpServletResponse response)
			throws IOException;

}
