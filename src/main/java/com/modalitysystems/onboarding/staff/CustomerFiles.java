package com.modalitysystems.onboarding.staff;

import java.util.List;
import java.util.Optional;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerLists;
import com.modalitysystems.onboarding.customer.CustomerQuery;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.FreeText;
import com.modalitysystems.onboarding.customer.LogLines;
import com.modalitysystems.onboarding.customer.Refused;
import com.modalitysystems.onboarding.customer.Trail;
import com.modalitysystems.onboarding.process.Correspondence;
import com.modalitysystems.onboarding.process.MarkedDrawing;
import com.modalitysystems.onboarding.process.Provisions;
import com.modalitysystems.onboarding.process.Troubles;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Gathers what staff know of onboardings. */
@Component
class CustomerFiles {

	private final Customers customers;

	private final CustomerLists lists;

	private final Trail trail;

	private final MarkedDrawing drawing;

	private final Provisions provisions;

	private final Correspondence correspondence;

	private final Troubles troubles;

	private final TrailWords words;

	CustomerFiles(Customers customers, CustomerLists lists, Trail trail, MarkedDrawing drawing, Provisions provisions,
			Correspondence correspondence, Troubles troubles, TrailWords words) {
		this.customers = customers;
		this.lists = lists;
		this.trail = trail;
		this.drawing = drawing;
		this.provisions = provisions;
		this.correspondence = correspondence;
		this.troubles = troubles;
		this.words = words;
	}

	/**
	 * One onboarding.
	 * @param typed its reference
	 * @param sight what the reader sees
	 */
	Optional<CustomerFile> find(String typed, Sight sight) {
		return customer(typed, sight).map(this::open);
	}

	/** The record of one onboarding, if the reader sees it. */
	Optional<Customer> customer(String typed, Sight sight) {
		try {
			return this.customers.find(CustomerReference.of(typed))
				.filter((customer) -> sight.isOfAll() || sight.reaches(this.trail.of(customer.reference())));
		}
		catch (Refused ex) {
			return Optional.empty();
		}
	}

	private CustomerFile open(Customer customer) {
		CustomerReference reference = customer.reference();
		LogLines.areAbout(reference);
		return new CustomerFile(customer, this.drawing.whereabouts(reference), this.drawing.paper(),
				this.provisions.of(reference), this.correspondence.toCome(reference), this.troubles.of(reference),
				this.troubles.skipped(reference), this.correspondence.written(reference),
				this.words.of(this.trail.of(reference)));
	}

	/**
	 * The onboardings, the newest first.
	 * @param words only those that contain this, if anything
	 * @param page which page of them, from 0
	 * @param sight what the reader sees
	 */
	FoundOnboardings search(@Nullable String words, int page, Sight sight) {
		try {
			String wanted = (words == null || words.isBlank()) ? null : FreeText.of(words).value();
			CustomerQuery query = CustomerQuery.newest(wanted, FoundOnboardings.SIZE).askedForBy(sight.asker());
			long total = this.lists.count(query);
			int there = FoundOnboardings.nearest(page, total);
			return new FoundOnboardings(this.lists.page(query.onPage(there)).stream().map(FoundOnboarding::of).toList(),
					there, total);
		}
		catch (Refused ex) {
			// nothing contains what cannot be typed
			return FoundOnboardings.NONE;
		}
	}

}
