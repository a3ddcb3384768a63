package com.modalitysystems.onboarding.firewall;

import java.time.Instant;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerReference;

/** Who may reach the consent page of the Teams Connector. */
public interface Firewall {

	/**
	 * Let the customer's administrator in, from the address that is on record now. Asking
	 * twice changes nothing.
	 * @param until when the window shuts, as the rule tells whoever reads it; the caller
	 * keeps the promise, and writes it into the record
	 * @return whether they are in; once no consent is to come any more, nobody is let in
	 */
	Admission admit(Customer customer, Instant until);

	/** Nobody of this customer may come in any more. Asking twice changes nothing. */
	void shut(CustomerReference customer);

}
