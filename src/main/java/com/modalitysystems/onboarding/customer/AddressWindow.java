package com.modalitysystems.onboarding.customer;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The time in which an administrator's address may reach the consent page.
 *
 * @param opened the address that is let in; none while the window is shut
 * @param until when it shuts by itself
 * @param wished whether the customer asked for it to be opened
 * @param toTell whether the customer is to hear of the opening, since they had to wait
 * for it
 */
public record AddressWindow(@Nullable PublicAddress opened, @Nullable Instant until, boolean wished, boolean toTell) {

	/** Never opened yet. */
	public static final AddressWindow SHUT = new AddressWindow(null, null, false, false);

	public boolean isOpen() {
		return this.opened != null;
	}

	/** Whether it stands open for longer than it should. */
	public boolean isOverdue(Instant now) {
		return isOpen() && this.until != null && !this.until.isAfter(now);
	}

}
