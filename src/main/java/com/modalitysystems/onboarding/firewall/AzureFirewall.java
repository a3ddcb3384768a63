package com.modalitysystems.onboarding.firewall;

import java.time.Instant;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Customers;

import org.springframework.stereotype.Component;

/** Rules of an Azure network security group, one for each customer. */
@Component
class AzureFirewall implements Firewall {

	private final Turns turns;

	private final Customers customers;

	AzureFirewall(Turns turns, Customers customers) {
		this.turns = turns;
		this.customers = customers;
	}

	@Override
	public Admission admit(Customer customer, Instant until) {
		return this.turns.take(customer.reference(), (turn) -> {
			// what was passed may be older than a cancellation, or than the consent: a
			// node that was paused wakes up long after others went on
			Customer current = this.customers.require(customer.reference());
			if (!current.mayYetConsent()) {
				return Admission.tooLate;
			}
			turn.open(current, until);
			return Admission.admitted;
		});
	}

	@Override
	public void shut(CustomerReference customer) {
		this.turns.take(customer, Turn::close);
	}

}
