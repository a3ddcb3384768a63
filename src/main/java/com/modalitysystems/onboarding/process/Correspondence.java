package com.modalitysystems.onboarding.process;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.SetupLinks;
import com.modalitysystems.onboarding.customer.Trail;
import com.modalitysystems.onboarding.mail.WrittenLetters;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How customers are reached: what was written to them, and what is still to come. */
@Component
@Transactional
public class Correspondence {

	private final Customers customers;

	private final WrittenLetters letters;

	private final Forecast forecast;

	private final SetupLinks links;

	private final Trail trail;

	Correspondence(Customers customers, WrittenLetters letters, Forecast forecast, SetupLinks links, Trail trail) {
		this.customers = customers;
		this.letters = letters;
		this.forecast = forecast;
		this.links = links;
		this.trail = trail;
	}

	/** What is still to come, and when, as long as nobody does anything. */
	@Transactional(readOnly = true)
	public ComingLetters toCome(CustomerReference reference) {
		return this.forecast.of(this.customers.require(reference));
	}

	/** What was written, and what became of it, newest first. */
	@Transactional(readOnly = true)
	public List<PastLetter> written(CustomerReference reference) {
		return this.letters.about(reference).stream().map(PastLetter::of).toList();
	}

	/**
	 * The link to the set-up room, for a customer whom our letters do not reach. Whoever
	 * asks for it is named in the trail.
	 * @return none once the onboarding came to an end
	 */
	public Optional<URI> showLink(CustomerReference reference, Actor actor) {
		Customer customer = this.customers.lock(reference);
		if (customer.stage().isOver()) {
			return Optional.empty();
		}
		this.trail.add(reference, actor, "linkShown");
		return Optional.of(this.links.to(customer.link()));
	}

}
