package com.modalitysystems.onboarding.setup;

import com.modalitysystems.onboarding.customer.PublicAddress;
import com.modalitysystems.onboarding.customer.Refused;
import org.jspecify.annotations.Nullable;

/**
 * From where somebody looks at the room, beside the address from which consent works.
 *
 * @param address the public address we see, if it is one
 * @param place how it stands to the address that was opened
 */
record Visitor(@Nullable PublicAddress address, Place place) {

	static Visitor at(String seen, PublicAddress opened) {
		try {
			PublicAddress address = PublicAddress.of(seen);
			return new Visitor(address, compare(address, opened));
		}
		catch (Refused ex) {
			// a private address: somebody on our side of the network, or a sandbox
			return new Visitor(null, Place.unseen);
		}
	}

	private static Place compare(PublicAddress seen, PublicAddress opened) {
		if (seen.equals(opened)) {
			return Place.here;
		}
		return (seen.isIpv6() == opened.isIpv6()) ? Place.elsewhere : Place.otherFamily;
	}

	/** Whether consent works from where the visitor is. */
	enum Place {

		/** From here it works. */
		here,
		/** From here it does not work. */
		elsewhere,
		/** One is IPv4 and the other IPv6: the same machine may well have both. */
		otherFamily,
		/** We cannot tell. */
		unseen

	}

}
