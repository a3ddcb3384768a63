package com.modalitysystems.onboarding.intake;

import java.util.Optional;
import java.util.regex.Pattern;

import com.modalitysystems.onboarding.customer.PublicAddress;
import com.modalitysystems.onboarding.customer.Refused;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Where a caller is on the internet, as the server sees it.
 *
 * @param text the address as the server or a proxy of ours wrote it
 */
record CallerAddress(String text) {

	// some proxies tell the port too
	private static final Pattern PORT = Pattern.compile("(?<=^[0-9.]{7,15}):[0-9]+$");

	private static final int NETWORK = 64;

	static CallerAddress of(HttpServletRequest request) {
		return new CallerAddress(PORT.matcher(request.getRemoteAddr()).replaceFirst(""));
	}

	/** The address, when the internet knows it by this name. */
	Optional<PublicAddress> asPublic() {
		try {
			return Optional.of(PublicAddress.of(this.text));
		}
		catch (Refused ex) {
			return Optional.empty();
		}
	}

	/** The address as people write it. */
	String readable() {
		IPAddress address = new IPAddressString(this.text).getAddress();
		return (address != null) ? address.toCanonicalString() : this.text;
	}

	/** What one subscriber has: an IPv4 address, or a network of 64 bits of IPv6. */
	String network() {
		IPAddress address = new IPAddressString(this.text).getAddress();
		return (address != null && address.isIPv6()) ? address.toPrefixBlock(NETWORK).toCanonicalString() : this.text;
	}

}
