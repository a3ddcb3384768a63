package com.modalitysystems.onboarding.customer;

import java.util.List;

import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import org.jspecify.annotations.Nullable;

/**
 * The public IP address of one host, IPv4 or IPv6.
 *
 * @param value the address in its canonical spelling, without a prefix length
 */
public record PublicAddress(String value) {

	private static final IPAddressStringParameters SPELLING = new IPAddressStringParameters.Builder().allowAll(false)
		.allowEmpty(false)
		.allowSingleSegment(false)
		.allowWildcardedSeparator(false)
		.allowMask(false)
		.setRangeOptions(RangeParameters.NO_RANGE)
		.getIPv4AddressParametersBuilder()
		.allow_inet_aton(false)
		.allowLeadingZeros(false)
		.getParentBuilder()
		.getIPv6AddressParametersBuilder()
		.allowZone(false)
		.allowBase85(false)
		.getParentBuilder()
		.toParams();

	// https://www.iana.org/assignments/iana-ipv4-special-registry and its IPv6 sibling
	private static final List<Range> NOT_PUBLIC = List.of(range("address.private", "10.0.0.0/8"),
			range("address.private", "172.16.0.0/12"), range("address.private", "192.168.0.0/16"),
			range("address.private", "fc00::/7"), range("address.private", "fec0::/10"),
			range("address.loopback", "127.0.0.0/8"), range("address.loopback", "::1/128"),
			range("address.linkLocal", "169.254.0.0/16"), range("address.linkLocal", "fe80::/10"),
			range("address.shared", "100.64.0.0/10"), range("address.multicast", "224.0.0.0/4"),
			range("address.multicast", "ff00::/8"), range("address.broadcast", "255.255.255.255/32"),
			range("address.unspecified", "0.0.0.0/8"), range("address.unspecified", "::/128"),
			range("address.translated", "::ffff:0:0/96"), range("address.translated", "::ffff:0:0:0/96"),
			range("address.translated", "::/96"), range("address.translated", "64:ff9b::/96"),
			range("address.translated", "64:ff9b:1::/48"), range("address.translated", "2002::/16"),
			range("address.translated", "2001::/32"), range("address.reserved", "2001::/23"),
			range("address.reserved", "192.0.0.0/24"), range("address.reserved", "192.88.99.0/24"),
			range("address.reserved", "198.18.0.0/15"), range("address.reserved", "240.0.0.0/4"),
			range("address.reserved", "100::/64"));

	private static final List<IPAddress> DOCUMENTATION = List.of(parse("192.0.2.0/24"), parse("198.51.100.0/24"),
			parse("203.0.113.0/24"), parse("2001:db8::/32"), parse("3fff::/20"));

	private static final IPAddress GLOBAL_UNICAST = parse("2000::/3");

	public PublicAddress {
		IPAddress address = parse(value);
		if (address.isPrefixed() || address.isMultiple()) {
			throw new Refused("address.range");
		}
		NOT_PUBLIC.stream().filter(range -> range.holds(address)).findFirst().ifPresent(range -> {
			throw new Refused(range.code());
		});
		if (address.isIPv6() && !GLOBAL_UNICAST.contains(address)) {
			throw new Refused("address.reserved");
		}
		value = address.toCanonicalString();
	}

	/**
	 * Read an address; a prefix length is accepted where it means this one host.
	 * @param text as typed
	 */
	public static PublicAddress of(@Nullable String text) {
		IPAddress address = parse(Text.oneLine(text, 60));
		if (address.isPrefixed() && address.getNetworkPrefixLength() < address.getBitCount()) {
			throw new Refused("address.range");
		}
		return new PublicAddress(address.withoutPrefixLength().toCanonicalString());
	}

	/** As a range of one host: {@code /32} or {@code /128}. */
	public String asPrefix() {
		return this.value + (isIpv6() ? "/128" : "/32");
	}

	public boolean isIpv6() {
		return this.value.contains(":");
	}

	/**
	 * Whether the address belongs to a range for books and manuals, which nobody sits
	 * behind.
	 */
	public boolean isDocumentation() {
		IPAddress address = parse(this.value);
		return DOCUMENTATION.stream().anyMatch(range -> range.contains(address));
	}

	@Override
	public String toString() {
		return this.value;
	}

	private static IPAddress parse(String text) {
		IPAddress address = new IPAddressString(text, SPELLING).getAddress();
		if (address == null) {
			throw new Refused("address.malformed");
		}
		return address;
	}

	private static Range range(String code, String range) {
		return new Range(code, parse(range));
	}

	private record Range(String code, IPAddress range) {

		boolean holds(IPAddress address) {
			return this.range.getIPVersion() == address.getIPVersion() && this.range.contains(address);
		}

	}

}
