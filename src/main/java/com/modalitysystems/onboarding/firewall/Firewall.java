package com.modalitysystems.onboarding.firewall;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerReference;

/** Who may reach the consent page of the Teams Connector. */
public interface Firewall {

	/** Let the customer's administrator in. Asking twice changes nothing. */
	void admit(Customer customer);

	/** Nobody of this customer may come in any more. Asking twice changes nothing. */
	void shut(CustomerReference customer);

}
