package com.modalitysystems.onboarding.intake;

import java.time.Instant;

import com.modalitysystems.onboarding.customer.Country;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.TenantId;
import com.modalitysystems.onboarding.customer.WaitingFor;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One line of the list of onboardings. */
@Schema(description = "One line of the list")
record OnboardingSummary(@Schema(description = "The name of the onboarding", example = "OM-7K3F9Q") String reference,
		@Schema(description = "Where it stands") Stage state,
		@Schema(description = "For whom it waits") WaitingFor waitingFor,
		@Schema(description = "Since when") Instant since,
		@Schema(description = "When it was asked for") Instant requestedAt,
		@Schema(description = "The company's name", example = "Contoso, Ltd") String company,
		@Schema(description = "The tenant as it was named", example = "contoso.com") String tenant,
		@Schema(description = "The tenant's GUID, once it is known",
				example = "5d6a1c7e-90b2-4c1f-8e55-3a7b2c9d4e10") @Nullable String tenantId,
		@Schema(description = "The country", example = "DE") @Nullable String country,
		@Schema(description = "The number of the order in your system",
				example = "PO-4711") @Nullable String externalReference) {

	static OnboardingSummary of(Customer customer) {
		TenantId tenantId = customer.tenantId();
		Country country = customer.asked().country();
		return new OnboardingSummary(customer.reference().value(), customer.stage(), customer.waitingFor(),
				customer.since(), customer.requestedAt(), customer.company(), customer.asked().tenant().asText(),
				(tenantId != null) ? tenantId.asText() : null, (country != null) ? country.code() : null,
				customer.asked().externalReference());
	}

}
