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
import com.modalitysystems.onboarding.process.Troubles;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Gathers what staff know of onboardings. */
@Component
class CustomerFiles {

	private final Customers customers;

	private final CustomerLists lists;

	private final Trail trail;

	private final Correspondence correspondence;

	private final Troubles troubles;

	private final TrailWords words;

	CustomerFiles(Customers customers, CustomerLists lists, Trail trail, Correspondence correspondence,
			Troubles troubles, TrailWords words) {
		this.customers = customers;
		this.lists = lists;
		this.trail = trail;
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
		try {
			return this.customers.find(CustomerReference.of(typed)).flatMap((customer) -> open(customer, sight));
		}
		catch (Refused ex) {
			return Optional.empty();
		}
	}

	private Optional<CustomerFile> open(Customer customer, Sight sight) {
		CustomerReference reference = customer.reference();
		List<Trail.Event> past = this.trail.of(reference);
		if (!sight.reaches(past)) {
			return Optional.empty();
		}
		LogLines.areAbout(reference);
		return Optional
			.of(new CustomerFile(customer, this.correspondence.toCome(reference), this.troubles.of(reference),
					this.troubles.skipped(reference), this.correspondence.written(reference), this.words.of(past)));
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
