package com.modalitysystems.onboarding.customer;

import org.jspecify.annotations.Nullable;

/**
 * Which customers a list shows.
 *
 * @param stage only those at this stage
 * @param waitingFor only those who wait for them
 * @param words only those whose reference, company, tenant, administrator's e-mail or
 * order number contains this
 * @param asker only those that they asked for
 * @param order which come first
 * @param page which page, from 0
 * @param size how many a page
 */
public record CustomerQuery(@Nullable Stage stage, @Nullable WaitingFor waitingFor, @Nullable String words,
		@Nullable Actor asker, Order order, int page, int size) {

	/** So many of the newest. */
	public static CustomerQuery newest(@Nullable String words, int size) {
		return new CustomerQuery(null, null, words, null, Order.newest, 0, size);
	}

	public CustomerQuery askedForBy(@Nullable Actor asker) {
		return new CustomerQuery(this.stage, this.waitingFor, this.words, asker, this.order, this.page, this.size);
	}

	/**
	 * The same, on another page.
	 * @param other which, from 0
	 */
	public CustomerQuery onPage(int other) {
		return new CustomerQuery(this.stage, this.waitingFor, this.words, this.asker, this.order, other, this.size);
	}

	/** Which come first; the names are those of the API. */
	public enum Order {

		newest("requested_at desc"), oldest("requested_at"), waitingLongest("since"), changedLast("since desc"),
		company("lower(company)");

		private final String columns;

		Order(String columns) {
			this.columns = columns;
		}

		String columns() {
			return this.columns;
		}

	}

}
