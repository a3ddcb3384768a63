package com.modalitysystems.onboarding.setup;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.LogLines;
import com.modalitysystems.onboarding.customer.SetupLinks;
import com.modalitysystems.onboarding.customer.Trail;
import com.modalitysystems.onboarding.customer.Trail.Event;
import com.modalitysystems.onboarding.customer.UsualTimes;
import com.modalitysystems.onboarding.process.Correspondence;
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

	private final Correspondence correspondence;

	private final UsualTimes usualTimes;

	private final Clock clock;

	Rooms(SetupLinks links, Customers customers, Trail trail, History history, Onboarding onboarding,
			Correspondence correspondence, UsualTimes usualTimes, Clock clock) {
		this.links = links;
		this.customers = customers;
		this.trail = trail;
		this.history = history;
		this.onboarding = onboarding;
		this.correspondence = correspondence;
		this.usualTimes = usualTimes;
		this.clock = clock;
	}

	/**
	 * The customer behind a link.
	 * @throws UnknownRoom if the link is not ours, was replaced, or never was
	 */
	Customer open(String token) {
		Customer customer = this.links.read(token).flatMap(this.customers::find).orElseThrow(UnknownRoom::new);
		LogLines.areAbout(customer.reference());
		PageLanguage.isOfCustomer(customer.language());
		return customer;
	}

	/** Which day it is where the customer is. */
	LocalDate todayAt(Customer customer) {
		return LocalDate.ofInstant(this.clock.instant(), this.correspondence.toCome(customer.reference()).zone());
	}

	/** What the room shows to a visitor from this address. */
	Room lookAround(Customer customer, String visitorAddress) {
		Instant now = this.clock.instant();
		Way way = Way.of(customer, now);
		List<Event> events = this.trail.of(customer.reference());
		return new Room(customer, this.links.to(customer.link()), now, Step.stepsOf(customer), way,
				Visitor.at(visitorAddress, way.address()), ConsentNews.of(customer), PermissionLine.allOf(customer),
				Refusal.of(events), this.correspondence.toCome(customer.reference()), this.history.of(events),
				this.onboarding.consentLeadsBack(), this.usualTimes.known());
	}

}
