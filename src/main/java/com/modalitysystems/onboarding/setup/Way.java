package com.modalitysystems.onboarding.setup;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import com.modalitysystems.onboarding.customer.AddressWindow;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.PublicAddress;
import org.jspecify.annotations.Nullable;

/**
 * The way from the administrator's address to the consent page.
 *
 * @param state whether it is open
 * @param address the address from which it is open, or will be
 * @param until when it shuts by itself, while it is open
 */
record Way(State state, PublicAddress address, @Nullable OffsetDateTime until) {

	static Way of(Customer customer, Instant now) {
		AddressWindow window = customer.window();
		PublicAddress opened = window.opened();
		// once more, or for another address: what stood open before does not count
		if (window.wished() || opened == null || window.isOverdue(now)) {
			return new Way(window.wished() ? State.opening : State.shut, customer.administrator().address(), null);
		}
		Instant until = window.until();
		return new Way(State.open, opened, (until != null) ? until.atOffset(ZoneOffset.UTC) : null);
	}

	public boolean isOpen() {
		return this.state == State.open;
	}

	/** Whether the way is open. */
	enum State {

		open,
		/** It was asked for, and will be in a moment. */
		opening,
		/** A button opens it. */
		shut

	}

}
