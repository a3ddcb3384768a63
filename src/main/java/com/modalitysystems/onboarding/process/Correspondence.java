package com.modalitysystems.onboarding.process;

import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Customers;

import org.springframework.stereotype.Component;

/** What the doors may know of the letters to a customer. */
@Component
public class Correspondence {

	private final Customers customers;

	private final Forecast forecast;

	Correspondence(Customers customers, Forecast forecast) {
		this.customers = customers;
		this.forecast = forecast;
	}

	/** What is still to come, and when, as long as nobody does anything. */
	public ComingLetters toCome(CustomerReference reference) {
		return this.forecast.of(this.customers.require(reference));
	}

}
