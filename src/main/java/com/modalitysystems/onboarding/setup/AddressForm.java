package com.modalitysystems.onboarding.setup;

import java.util.List;

import com.modalitysystems.onboarding.customer.PublicAddress;
import com.modalitysystems.onboarding.customer.Refused;
import com.modalitysystems.onboarding.customer.RequestRefused.Mistake;
import org.jspecify.annotations.Nullable;

/**
 * The consent will be given from another address.
 *
 * @param address the address as it was typed
 * @param here the address that the page saw, if its button was pressed; it counts before
 * what was typed
 * @param reference the reference from the letter
 */
record AddressForm(@Nullable String address, @Nullable String here, @Nullable String reference) {

	/** The address that is meant; none, and a mistake, where it cannot be one. */
	@Nullable PublicAddress read(List<Mistake> mistakes) {
		try {
			return PublicAddress.of((this.here != null) ? this.here : this.address);
		}
		catch (Refused ex) {
			mistakes.add(new Mistake("address", ex.code()));
			return null;
		}
	}

}
