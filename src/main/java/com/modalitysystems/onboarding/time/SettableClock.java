package com.modalitysystems.onboarding.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The clock of the application: the machine's time, which the sandbox may move ahead.
 * Whoever keeps a clock of its own follows {@link ClockMoved}.
 */
@Component
public class SettableClock extends Clock {

	private final ApplicationEventPublisher events;

	private volatile Duration offset = Duration.ZERO;

	SettableClock(ApplicationEventPublisher events) {
		this.events = events;
	}

	/**
	 * Move the time ahead.
	 * @param step how far
	 */
	public synchronized void advance(Duration step) {
		this.offset = this.offset.plus(step);
		this.events.publishEvent(new ClockMoved(this.offset));
	}

	/** Back to the machine's time. */
	public synchronized void reset() {
		this.offset = Duration.ZERO;
		this.events.publishEvent(new ClockMoved(this.offset));
	}

	/** How far it is ahead of the machine's. */
	public Duration ahead() {
		return this.offset;
	}

	/** The machine's time, for what is measured by clocks that nobody moves. */
	public Clock machine() {
		return Clock.systemUTC();
	}

	@Override
	public Instant instant() {
		return Instant.now().plus(this.offset);
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		throw new UnsupportedOperationException("This clock keeps UTC");
	}

}
