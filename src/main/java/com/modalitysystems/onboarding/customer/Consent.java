package com.modalitysystems.onboarding.customer;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the customer's tenant said of the administrator's consent when we last looked.
 *
 * @param outcome the answer
 * @param items each permission's own answer
 * @param lookedAt when we looked
 */
public record Consent(Outcome outcome, Map<Permission, Item> items, Instant lookedAt) {

	public Consent {
		items = new TreeMap<>(items);
	}

	public boolean isVerified() {
		return this.outcome == Outcome.verified;
	}

	/** The permissions that the tenant surely did not grant. */
	public Stream<Permission> missing() {
		return this.items.entrySet()
			.stream()
			.filter(item -> item.getValue() == Item.missing)
			.map(Map.Entry::getKey)
			.sorted();
	}

	/** The answer of the tenant as a whole. */
	public enum Outcome {

		/**
		 * An app-only token for this tenant works, and nothing that can be read
		 * contradicts.
		 */
		verified,
		/** The tenant says no; after a fresh consent it may still be spreading. */
		notYet,
		/** Some permissions are granted, some required ones are missing. */
		incomplete,
		/**
		 * The administrator came back from another tenant, and this one has not granted.
		 */
		wrongTenant,
		/**
		 * The tenant has switched the application off, or bars it by conditional access.
		 */
		blocked;

		/** Whether the customer has to do something about it. */
		public boolean isTrouble() {
			return this == incomplete || this == wrongTenant || this == blocked;
		}

	}

	/** The answer for one permission. */
	public enum Item {

		granted, missing,
		/** The tenant does not let us read it. */
		notCheckable

	}

}
