package com.modalitysystems.onboarding.intake;

import java.time.Instant;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.WaitingFor;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request that was taken. It is kept to be given again, so it tells
 * nothing about persons.
 *
 * @param reference the onboarding's name
 * @param state where it stood at the start
 * @param waitingFor for whom it waited then
 * @param since since when
 * @param requestedAt when it was asked for
 * @param externalReference the number of the order in the caller's system
 */
@Schema(description = "An onboarding that has begun. Sent again under the same Idempotency-Key, this very answer "
		+ "comes again, however far the onboarding has come since.")
record Receipt(@Schema(description = "The name of the onboarding", example = "OM-7K3F9Q") String reference,
		@Schema(description = "Where it stood at the start", example = "requested") Stage state,
		@Schema(description = "For whom it waited then", example = "nobody") WaitingFor waitingFor,
		@Schema(description = "Since when") Instant since,
		@Schema(description = "When it was asked for") Instant requestedAt,
		@Schema(description = "The number of the order in your system",
				example = "PO-4711") @Nullable String externalReference) {

	static Receipt of(Customer customer) {
		return new Receipt(customer.reference().value(), customer.stage(), customer.waitingFor(), customer.since(),
				customer.requestedAt(), customer.asked().externalReference());
	}

}
