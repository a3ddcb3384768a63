package com.modalitysystems.onboarding.conference;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.IssuedValues;

/** A customer's place on the platform that connects rooms and Teams meetings. */
public interface ConferencePlatform {

	/**
	 * Give the customer its place and its values. Asking again finds what is there and
	 * gives the same values.
	 */
	IssuedValues provision(Customer customer);

	/** Take the customer's place away. Asking twice changes nothing. */
	void withdraw(CustomerReference customer);

}
