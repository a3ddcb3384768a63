package com.modalitysystems.onboarding.process;

import java.time.Instant;

import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerWishes;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.Trail;
import com.modalitysystems.onboarding.firewall.Admission;
import com.modalitysystems.onboarding.firewall.Firewall;
import com.modalitysystems.onboarding.mail.Letters;
import org.camunda.bpm.engine.delegate.DelegateExecution;

import org.springframework.stereotype.Component;

/**
 * Lets the administrator's address reach the consent page. Where no consent is to come
 * any more, because a cancellation or another node overtook this step, it stays shut. Who
 * had to wait for staff, or for a repair, gets a letter, since they left our page long
 * ago.
 */
@Component
class OpenFirewall extends CustomerStep {

	private final Firewall firewall;

	private final CustomerWishes wishes;

	private final Letters letters;

	private final Schedule schedule;

	private final Trail trail;

	OpenFirewall(Customers customers, Firewall firewall, CustomerWishes wishes, Letters letters, Schedule schedule,
			Trail trail) {
		super(customers);
		this.wishes = wishes;
		this.letters = letters;
		this.schedule = schedule;
		this.firewall = firewall;
		this.trail = trail;
	}

	@Override
	void take(Customer customer, DelegateExecution execution) {
		Instant until = this.schedule.windowUntil();
		if (this.firewall.admit(customer, until) == Admission.admitted) {
			this.wishes.windowOpened(customer.reference(), customer.administrator().address(), until);
			this.trail.add(customer.reference(), Actor.SYSTEM, "firewallOpened");
			if (customer.window().toTell()) {
				this.letters.addressOpened(customer);
			}
		}
	}

}
