package com.modalitysystems.onboarding.customer;

import org.jspecify.annotations.Nullable;

/**
 * A customer who was asked for and has no record yet.
 *
 * @param company the company's name
 * @param tenant the tenant as it was named
 * @param country where they work, when they said so
 * @param administrator who consents
 * @param contact a further person to write to
 * @param language the language of letters and pages
 * @param externalReference the number of the order in another system
 */
public record NewCustomer(String company, TenantIdentifier tenant, @Nullable Country country,
		Administrator administrator, @Nullable EmailAddress contact, Language language,
		@Nullable String externalReference) {
}
