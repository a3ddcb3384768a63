package com.modalitysystems.onboarding.intake;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;
import com.modalitysystems.onboarding.customer.OnboardingRequest;
import com.modalitysystems.onboarding.customer.RequestRefused;
import com.modalitysystems.onboarding.customer.RequestRefused.Mistake;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of a correction.
 *
 * @param unknown fields that we do not know
 */
@Schema(description = "What is to be corrected in a request. Fields that are not named here are refused.",
		additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record OnboardingCorrection(
		@Schema(description = "The company's name", example = "Contoso, Ltd", maxLength = 200) @Nullable String company,
		@Schema(description = "The tenant's GUID, or one of its domains", example = "contoso.com",
				maxLength = 253) @Nullable String tenant,
		@Schema(description = "The administrator's name", example = "Anna Berg",
				maxLength = 200) @Nullable String adminName,
		@Schema(description = "The administrator's e-mail address", example = "anna.berg@contoso.com",
				maxLength = 254) @Nullable String adminEmail,
		@Schema(description = "The public IP address from which consent will be given",
				example = "203.0.113.25") @Nullable String adminAddress,
		@Schema(description = "A further person to write to", example = "ben.hill@contoso.com",
				maxLength = 254) @Nullable String contactEmail,
		@Schema(description = "The language of letters and pages: en, de or fr",
				example = "en") @Nullable String language,
		@Schema(description = "The country, two letters of ISO 3166-1", example = "DE") @Nullable String country,
		@Schema(description = "The number of the order in your system", example = "PO-4711",
				maxLength = 100) @Nullable String externalReference,
		@Schema(description = "What the tenant key shall begin with", example = "contoso",
				maxLength = 30) @Nullable String keyWish,
		@Schema(description = "The time zone, by its name in the IANA database", example = "America/Denver",
				maxLength = 60) @Nullable String timeZone,
		@Schema(hidden = true) @JsonAnySetter @Nullable Map<String, @Nullable JsonNode> unknown) {

	/**
	 * The fields as they were typed; the rules of a request come with the rest of it.
	 * @throws RequestRefused with every field that we do not know
	 */
	OnboardingRequest toRequest() {
		List<Mistake> mistakes = unknownFields();
		if (!mistakes.isEmpty()) {
			throw new RequestRefused(mistakes);
		}
		return new OnboardingRequest(this.company, this.tenant, this.country, this.adminName, this.adminEmail,
				this.adminAddress, this.contactEmail, this.language, this.externalReference, this.keyWish,
				this.timeZone);
	}

	private List<Mistake> unknownFields() {
		return (this.unknown == null) ? List.of()
				: this.unknown.keySet().stream().sorted().map(field -> new Mistake(field, "unknownField")).toList();
	}

}
