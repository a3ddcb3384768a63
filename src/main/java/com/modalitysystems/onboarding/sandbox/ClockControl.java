package com.modalitysystems.onboarding.sandbox;

import java.time.Duration;
import java.time.Instant;

import com.modalitysystems.onboarding.time.SettableClock;

import org.springframework.context.annotation.Profile;
import org.springframework.util.Assert;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How a program moves the clock. */
@Profile("sandbox")
@RestController
@RequestMapping("/sandbox/clock")
class ClockControl {

	private final SettableClock clock;

	ClockControl(SettableClock clock) {
		this.clock = clock;
	}

	@GetMapping
	Now now() {
		return new Now(this.clock.instant(), this.clock.ahead());
	}

	@PostMapping
	Now move(@RequestBody Move move) {
		this.clock.advance(move.advance());
		return now();
	}

	@DeleteMapping
	Now back() {
		this.clock.reset();
		return now();
	}

	/**
	 * How far.
	 *
	 * @param advance ahead, such as {@code P3D}
	 */
	record Move(Duration advance) {

		Move {
			Assert.isTrue(advance != null && !advance.isNegative(), "advance must be a duration, and not backwards");
		}

	}

	/**
	 * What time it is.
	 *
	 * @param now for the application
	 * @param ahead how far that is ahead of the machine
	 */
	record Now(Instant now, Duration ahead) {
	}

}
