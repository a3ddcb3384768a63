package com.modalitysystems.onboarding.stories;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

import org.springframework.web.util.UriComponentsBuilder;

/** A journey to Microsoft's consent page, which somebody may end once, and soon. */
final class Journey {

	private static final Duration GOOD_FOR = Duration.ofHours(2);

	private final URI page;

	private final Instant begun;

	private boolean ended;

	Journey(URI page, Instant begun) {
		this.page = page;
		this.begun = begun;
	}

	URI page() {
		return this.page;
	}

	String state() {
		return UriComponentsBuilder.fromUri(this.page).build().getQueryParams().getFirst("state");
	}

	void end() {
		this.ended = true;
	}

	/** Whether who comes back now is listened to. */
	boolean isGood(Instant now) {
		return !this.ended && this.begun.plus(GOOD_FOR).isAfter(now);
	}

}
