package com.modalitysystems.onboarding.intake;

import com.modalitysystems.onboarding.customer.RequestRefused;
import com.modalitysystems.onboarding.customer.Successor;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;

/** The body of a hand-over. */
@Schema(description = "Who is the Microsoft 365 administrator from now on")
record OnboardingSuccessor(
		@Schema(description = "Their name", example = "Ben Hill", maxLength = 200,
				requiredMode = RequiredMode.REQUIRED) @Nullable String adminName,
		@Schema(description = "Where letters to them go", example = "ben.hill@contoso.com", maxLength = 254,
				requiredMode = RequiredMode.REQUIRED) @Nullable String adminEmail) {

	/**
	 * The successor.
	 * @throws RequestRefused with every mistake
	 */
	Successor toSuccessor() {
		return Successor.of(this.adminName, this.adminEmail);
	}

}
