package com.modalitysystems.onboarding.staff;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GuessesTests {

	private Instant now = Instant.parse("2026-01-05T09:00:00Z");

	private final InstantSource time = () -> this.now;

	private final Guesses guesses = new Guesses(this.time.withZone(ZoneOffset.UTC));

	@Test
	void eachWrongPasswordDoublesTheWaitUpToAMinute() {
		for (int seconds : new int[] { 3, 6, 12, 24, 48, 60, 60 }) {
			this.guesses.wrong("192.0.2.1");
			this.now = this.now.plusSeconds(seconds - 1);
			assertThat(this.guesses.mustWait("192.0.2.1")).as("after %d seconds", seconds - 1).isTrue();
			this.now = this.now.plusSeconds(1);
			assertThat(this.guesses.mustWait("192.0.2.1")).as("after %d seconds", seconds).isFalse();
		}
	}

	@Test
	void theRightPasswordEndsTheCount() {
		this.guesses.wrong("192.0.2.1");
		this.guesses.right("192.0.2.1");
		assertThat(this.guesses.mustWait("192.0.2.1")).isFalse();
	}

	@Test
	void onlyTheNetworkOfTheCallerWaits() {
		this.guesses.wrong("2001:db8:1:2:3::4");
		assertThat(this.guesses.mustWait("2001:db8:1:2:ffff::1")).isTrue();
		assertThat(this.guesses.mustWait("2001:db8:1:3::4")).isFalse();
		assertThat(this.guesses.mustWait("192.0.2.1")).isFalse();
	}

}
