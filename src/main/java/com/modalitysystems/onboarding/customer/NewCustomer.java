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
 * @param keyWish what its tenant key shall begin with, when somebody wished for something
 * @param timeZone in whose hours they work, when they chose one
 */
public record NewCustomer(String company, TenantIdentifier tenant, @Nullable Country country,
		Administrator administrator, @Nullable EmailAddress contact, Language language,
		@Nullable String externalReference, @Nullable KeyWish keyWish, @Nullable TimeZone timeZone) {

	/** A customer who chose no time zone. */
	public NewCustomer(String company, TenantIdentifier tenant, @Nullable Country country, Administrator administrator,
			@Nullable EmailAddress contact, Language language, @Nullable String externalReference,
			@Nullable KeyWish keyWish) {
		this(company, tenant, country, administrator, contact, language, externalReference, keyWish, null);
	}

	/** A customer for whose tenant key nobody has a wish. */
	public NewCustomer(String company, TenantIdentifier tenant, @Nullable Country country, Administrator administrator,
			@Nullable EmailAddress contact, Language language, @Nullable String externalReference) {
		this(company, tenant, country, administrator, contact, language, externalReference, null);
	}

}
