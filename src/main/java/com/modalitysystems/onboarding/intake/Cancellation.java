package com.modalitysystems.onboarding.intake;

import java.util.List;

import com.modalitysystems.onboarding.customer.FreeText;
import com.modalitysystems.onboarding.customer.Refused;
import com.modalitysystems.onboarding.customer.RequestRefused;
import com.modalitysystems.onboarding.customer.RequestRefused.Mistake;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;

/** The body of a cancellation. */
@Schema(description = "Why an onboarding is stopped")
record Cancellation(@Schema(description = "In words that the customer may read", maxLength = 2000,
		example = "The order was withdrawn.", requiredMode = RequiredMode.REQUIRED) @Nullable String reason) {

	/**
	 * The reason, as the customer may read it.
	 * @throws RequestRefused if there is none, or one that cannot be read
	 */
	String checkedReason() {
		try {
			return FreeText.of(this.reason).value();
		}
		catch (Refused ex) {
			throw new RequestRefused(List.of(new Mistake("reason", ex.code())));
		}
	}

}
