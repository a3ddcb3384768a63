package com.modalitysystems.onboarding.directory;

import java.net.URI;

import com.modalitysystems.onboarding.customer.Consent;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.TenantIdentifier;

/** The customer's Microsoft Entra tenant: does it exist, did it consent. */
public interface TenantDirectory {

	/** Look a tenant up by its GUID or one of its domains. */
	TenantLookup find(TenantIdentifier tenant);

	/**
	 * Where the customer's administrator consents.
	 * @param customer whose tenant was looked up
	 * @param state comes back with the administrator
	 */
	URI consentPage(Customer customer, String state);

	/**
	 * Whether the consent page sends the administrator back to us; the Teams Connector's
	 * does not.
	 */
	boolean consentLeadsBack();

	/** What the customer's tenant says of the consent, asked afresh. */
	Consent consentOf(Customer customer);

}
