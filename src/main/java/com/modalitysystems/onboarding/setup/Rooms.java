package com.modalitysystems.onboarding.setup;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.LogLines;
import com.modalitysystems.onboarding.customer.SetupLinks;
import com.modalitysystems.onboarding.customer.Trail;
import com.modalitysystems.onboarding.process.Onboarding;

import org.springframework.stereotype.Component;

/** The set-up rooms: who opens one with which link, and what stands in it. */
@Component
class Rooms {

	private final SetupLinks links;

	private final Customers customers;

	private final Trail trail;

	private final History history;

	private final Onboarding onboarding;

	Rooms(SetupLinks links, Customers customers, Trail trail, History history, Onboarding onboarding) {
		this.links = links;
		this.customers = customers;
		this.trail = trail;
		this.history = history;
		this.onboarding = onboarding;
	}

	/**
	 * The customer behind a link.
	 * @throws UnknownRoom if the link is not ours, was replaced, or never was
	 */
	Customer open(String token) {
		Customer customer = this.links.read(token).flatMap(this.customers::find).orElseThrow(UnknownRoom::new);
		LogLines.areAbout(customer.reference());
		return customer;
	}

	/** What the room shows to a visitor from this address. */
	Room lookAround(Customer customer, String visitorAddress) {
		return new Room(customer, Step.stepsOf(Room.stageOf(customer)), Visitor.at(visitorAddress, customer),
				ConsentNews.of(customer), PermissionLine.allOf(customer),
				this.history.of(this.trail.of(customer.reference())), this.onboarding.consentLeadsBack());
	}

}
