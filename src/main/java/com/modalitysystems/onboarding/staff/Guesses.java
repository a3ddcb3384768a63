package com.modalitysystems.onboarding.staff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Wrong passwords of late, by where they came from: each doubles the wait of that place,
 * up to a minute, and of no other.
 */
@Component
class Guesses {

	private static final int PLACES = 10_000;

	private static final int DOUBLINGS = 5;

	private static final Duration FIRST = Duration.ofSeconds(3);

	private static final Duration LONGEST = Duration.ofMinutes(1);

	// what one subscriber has of IPv6
	private static final int NETWORK = 64;

	private final Map<String, Wait> waits = new LinkedHashMap<>();

	private final Clock clock;

	Guesses(Clock clock) {
		this.clock = clock;
	}

	synchronized boolean mustWait(String address) {
		Wait wait = this.waits.get(place(address));
		return wait != null && this.clock.instant().isBefore(wait.until());
	}

	synchronized void wrong(String address) {
		Wait last = this.waits.remove(place(address));
		if (this.waits.size() >= PLACES) {
			this.waits.remove(this.waits.keySet().iterator().next());
		}
		this.waits.put(place(address), Wait.after(last, this.clock.instant()));
	}

	synchronized void right(String address) {
		this.waits.remove(place(address));
	}

	private static String place(String text) {
		IPAddress address = new IPAddressString(text).getAddress();
		return (address != null && address.isIPv6()) ? address.toPrefixBlock(NETWORK).toCanonicalString() : text;
	}

	/**
	 * A place that must wait.
	 *
	 * @param doublings how often its wait was doubled
	 * @param until when it may try again
	 */
	private record Wait(int doublings, Instant until) {

		static Wait after(@Nullable Wait last, Instant now) {
			int doublings = (last != null) ? Math.min(last.doublings() + 1, DOUBLINGS) : 0;
			Duration wait = FIRST.multipliedBy(1L << doublings);
			return new Wait(doublings, now.plus((wait.compareTo(LONGEST) < 0) ? wait : LONGEST));
		}

	}

}
