package com.modalitysystems.onboarding.customer;

/**
 * Who did something.
 *
 * @param name {@code customer}, {@code system}, {@code microsoft}, or {@code staff:} and
 * the user's id; never a customer's person
 */
public record Actor(String name) {

	/** Whoever holds the customer's link. */
	public static final Actor CUSTOMER = new Actor("customer");

	/** The process itself. */
	public static final Actor SYSTEM = new Actor("system");

	/** A browser that came from Microsoft's consent page. */
	public static final Actor MICROSOFT = new Actor("microsoft");

	public static Actor staff(String userId) {
		return new Actor("staff:" + userId);
	}

	@Override
	public String toString() {
		return this.name;
	}

}
