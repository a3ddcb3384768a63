package com.modalitysystems.onboarding.intake;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.modalitysystems.onboarding.customer.Administrator;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.EmailAddress;
import com.modalitysystems.onboarding.customer.IssuedValues;
import com.modalitysystems.onboarding.customer.KeyWish;
import com.modalitysystems.onboarding.customer.Tenant;
import com.modalitysystems.onboarding.process.ComingLetters;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One onboarding as it stands. */
@Schema(description = "One onboarding as it stands. What is not known yet is left out.")
record OnboardingDetails(@JsonUnwrapped OnboardingSummary summary,
		@Schema(description = "The tenant's name as Microsoft tells it",
				example = "Contoso, Ltd") @Nullable String tenantName,
		@Schema(description = "The tenant's default domain as Microsoft tells it",
				example = "contoso.onmicrosoft.com") @Nullable String tenantDefaultDomain,
		@Schema(description = "Whether the administrator's e-mail domain is one of the tenant's") @Nullable Boolean emailDomainInTenant,
		@Schema(description = "The administrator's name", example = "Anna Berg") String adminName,
		@Schema(description = "The administrator's e-mail address",
				example = "anna.berg@contoso.com") String adminEmail,
		@Schema(description = "The address from which consent is given", example = "203.0.113.25") String adminAddress,
		@Schema(description = "The further person", example = "ben.hill@contoso.com") @Nullable String contactEmail,
		@Schema(description = "The language of letters and pages", example = "en") String language,
		@Schema(description = "What somebody wishes the tenant key to begin with",
				example = "contoso") @Nullable String keyWish,
		@Schema(description = "What staff asked the customer last") @Nullable String question,
		@Schema(description = "What the customer answered") @Nullable String answer,
		@Schema(description = "Why it was rejected, closed or cancelled, or what staff found wrong last") @Nullable String reason,
		@Schema(description = "What the tenant said of the consent when we last looked") @Nullable ConsentDetails consent,
		@Schema(description = "The values issued to the customer") @Nullable Issued issued,
		@Schema(description = "When the customer last said that the policy is in place") @Nullable Instant setupReportedAt,
		@Schema(description = "How many reminders of this stage were sent", example = "0") int remindersSent,
		@Schema(description = "What comes by itself as long as nobody does anything") Coming toCome) {

	static OnboardingDetails of(Customer customer, ComingLetters coming) {
		Administrator admin = customer.administrator();
		Tenant tenant = customer.tenant();
		EmailAddress contact = customer.asked().contact();
		return new OnboardingDetails(OnboardingSummary.of(customer), (tenant != null) ? tenant.displayName() : null,
				(tenant != null) ? tenant.defaultDomain() : null, customer.emailDomainInTenant(), admin.name(),
				admin.email().value(), admin.address().value(), (contact != null) ? contact.value() : null,
				customer.language().code(), keyWish(customer), customer.question(), customer.answer(),
				customer.reason(), ConsentDetails.of(customer.consent()), Issued.of(customer.issued()),
				customer.setupReportedAt(), customer.remindersSent(), Coming.of(coming));
	}

	private static @Nullable String keyWish(Customer customer) {
		KeyWish wish = customer.asked().keyWish();
		return (wish != null) ? wish.value() : null;
	}

	/** What the customer's administrator enters in Teams. */
	@Schema(description = "What the customer's administrator enters in Teams")
	record Issued(
			@Schema(description = "The dial address of the customer's virtual reception",
					example = "contoso@videosrv.net") String tenantKey,
			@Schema(description = "Where an invitation leads for more ways to dial in; holds Microsoft's placeholder {ConfId}") String instructionUri,
			@Schema(description = "The application that may bypass the lobby") String trustedApplicationId) {

		static @Nullable Issued of(@Nullable IssuedValues values) {
			return (values != null)
					? new Issued(values.tenantKey(), values.instructionUri(), values.trustedApplicationId()) : null;
		}

	}

}
