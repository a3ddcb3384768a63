package com.modalitysystems.onboarding.stories;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Stage;

/** A customer of a story: where they are, and what they hold in their hands. */
final class Guest {

	private final int number;

	private final String name;

	private final UUID tenant = UUID.randomUUID();

	private final CustomerReference reference;

	/** The newest last. */
	final List<Journey> journeys = new ArrayList<>();

	/** Every link that was theirs once. */
	final Set<String> tokens = new LinkedHashSet<>();

	/** The strangers whom staff agreed to. */
	final Set<String> approved = new LinkedHashSet<>();

	/** Their last wish for rest, while it holds. */
	Optional<Rest> rest = Optional.empty();

	/** Whether their tenant was seen to have consented. */
	boolean granted;

	Guest(int number, String name, Asking asking) {
		this.number = number;
		this.name = name;
		this.reference = asking.by(this);
	}

	String name() {
		return this.name;
	}

	UUID tenant() {
		return this.tenant;
	}

	CustomerReference reference() {
		return this.reference;
	}

	String domain() {
		return this.tenant + ".example";
	}

	/** Somebody of theirs. */
	String email(String who) {
		return who + "@" + domain();
	}

	String administrator() {
		return this.name + " Quillfeather";
	}

	/** From where they want to come at first. */
	String address() {
		return "81.2.69.16" + this.number;
	}

	@Override
	public String toString() {
		return this.name;
	}

	/**
	 * A wish for rest from reminders.
	 *
	 * @param from when it was taken
	 * @param until when reminders may go on
	 * @param administrator who wished for it
	 * @param stage in which stage
	 */
	record Rest(Instant from, Instant until, String administrator, Stage stage) {

		boolean isOf(Customer customer) {
			return customer.stage() == this.stage
					&& customer.administrator().email().value().equals(this.administrator);
		}

	}

	/** How a guest becomes a customer. */
	interface Asking {

		CustomerReference by(Guest guest);

	}

}
