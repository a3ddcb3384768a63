package com.modalitysystems.onboarding.intake;

import java.util.ArrayList;
import java.util.List;

import com.modalitysystems.onboarding.customer.RequestRefused;
import com.modalitysystems.onboarding.customer.RequestRefused.Mistake;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;

/** The body of a report that a letter came back. */
@Schema(description = "A letter that the mail server had taken came back")
record ReturnedLetter(
		@Schema(description = "The letter's Message-ID", maxLength = 300,
				example = "<8e03978e-40d5-43e8-bc93-6894a57f9324@videosrv.net>",
				requiredMode = RequiredMode.REQUIRED) @Nullable String messageId,
		@Schema(description = "Why, in the other side's words", maxLength = 2000,
				example = "550 5.1.1 User unknown") @Nullable String words) {

	/**
	 * Look for mistakes.
	 * @throws RequestRefused with every mistake
	 */
	ReturnedLetter check() {
		List<Mistake> mistakes = new ArrayList<>();
		if (this.messageId == null || this.messageId.isBlank()) {
			mistakes.add(new Mistake("messageId", "missing"));
		}
		if (!mistakes.isEmpty()) {
			throw new RequestRefused(mistakes);
		}
		return this;
	}

}
