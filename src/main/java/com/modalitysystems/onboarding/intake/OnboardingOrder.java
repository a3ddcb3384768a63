package com.modalitysystems.onboarding.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;
import com.modalitysystems.onboarding.customer.OnboardingRequest;
import com.modalitysystems.onboarding.customer.RequestRefused;
import com.modalitysystems.onboarding.customer.RequestRefused.Mistake;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request over the API.
 *
 * @param unknown fields that we do not know
 */
@Schema(description = "Who is to be onboarded. Fields that are not named here are refused.",
		additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record OnboardingOrder(
		@Schema(description = "The company's name", example = "Contoso, Ltd", maxLength = 200,
				requiredMode = RequiredMode.REQUIRED) @Nullable String company,
		@Schema(description = "The Microsoft 365 tenant: its GUID, or one of its domains", example = "contoso.com",
				maxLength = 253, requiredMode = RequiredMode.REQUIRED) @Nullable String tenant,
		@Schema(description = "The name of the Microsoft 365 administrator who will give consent",
				example = "Anna Berg", maxLength = 200,
				requiredMode = RequiredMode.REQUIRED) @Nullable String adminName,
		@Schema(description = "Where letters to the administrator go", example = "anna.berg@contoso.com",
				maxLength = 254, requiredMode = RequiredMode.REQUIRED) @Nullable String adminEmail,
		@Schema(description = "The public IP address (IPv4 or IPv6) of the machine from which consent will be given",
				example = "203.0.113.25", requiredMode = RequiredMode.REQUIRED) @Nullable String adminAddress,
		@Schema(description = "A further person to write to", example = "ben.hill@contoso.com",
				maxLength = 254) @Nullable String contactEmail,
		@Schema(description = "The language of letters and pages: en, de or fr; English when it is left out",
				example = "en") @Nullable String language,
		@Schema(description = "The country, two letters of ISO 3166-1", example = "DE") @Nullable String country,
		@Schema(description = "The number of the order in your system", example = "PO-4711",
				maxLength = 100) @Nullable String externalReference,
		@Schema(description = "What the tenant key shall begin with, if nobody has it: 2 to 30 lower-case letters, digits "
				+ "and hyphens. Without it, or when it is taken, the key is made from the company's name",
				example = "contoso", maxLength = 30) @Nullable String keyWish,
		@Schema(description = "The time zone in whose business hours the customer is reminded, by its name in the IANA "
				+ "database; that of the country when it is left out", example = "America/Denver",
				maxLength = 60) @Nullable String timeZone,
		@Schema(hidden = true) @JsonAnySetter @Nullable Map<String, @Nullable JsonNode> unknown) {

	OnboardingRequest toRequest() {
		return new OnboardingRequest(this.company, this.tenant, this.country, this.adminName, this.adminEmail,
				this.adminAddress, this.contactEmail, this.language, this.externalReference, this.keyWish,
				this.timeZone);
	}

	/**
	 * Look for mistakes.
	 * @throws RequestRefused with every mistake
	 */
	void check() {
		List<Mistake> mistakes = new ArrayList<>();
		if (this.unknown != null) {
			this.unknown.keySet().stream().sorted().forEach(field -> mistakes.add(new Mistake(field, "unknownField")));
		}
		try {
			toRequest().accept();
		}
		catch (RequestRefused refused) {
			mistakes.addAll(refused.mistakes());
		}
		if (!mistakes.isEmpty()) {
			throw new RequestRefused(mistakes);
		}
	}

}
