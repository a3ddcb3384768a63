package com.modalitysystems.onboarding.sandbox;

import java.time.Duration;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.modalitysystems.onboarding.time.ClockMoved;
import com.modalitysystems.onboarding.time.SettableClock;

import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps how far the clock was moved, so that no time goes back after a restart, and so
 * that all nodes have the same.
 */
@Profile("sandbox")
@Component
class ClockKeeper implements SmartLifecycle {

	private static final String KIND = "clock";

	private static final String ONLY = "only";

	private final SettableClock clock;

	private final World world;

	/** What this node has read or written last. */
	private Duration known = Duration.ZERO;

	private volatile boolean running;

	ClockKeeper(SettableClock clock, World world) {
		this.clock = clock;
		this.world = world;
	}

	@EventListener
	void keep(ClockMoved moved) {
		if (isNews(moved.offset())) {
			// first, or whoever follows meanwhile goes back to where it was
			this.world.put(KIND, ONLY, JsonNodeFactory.instance.objectNode().put("ahead", moved.offset().toString()));
			learn(moved.offset());
		}
	}

	/** Go where another node went. */
	@Scheduled(fixedDelayString = "PT2S")
	void follow() {
		Optional<Duration> kept = changedElsewhere();
		// not while the lock is held: the clock tells its own news while holding its own
		kept.ifPresent(ahead -> this.clock.advance(ahead.minus(this.clock.ahead())));
	}

	private synchronized Optional<Duration> changedElsewhere() {
		return this.world.find(KIND, ONLY).map(kept -> Duration.parse(kept.path("ahead").asText())).filter(this::learn);
	}

	private synchronized boolean learn(Duration ahead) {
		boolean news = isNews(ahead);
		this.known = ahead;
		return news;
	}

	private synchronized boolean isNews(Duration ahead) {
		return !ahead.equals(this.known);
	}

	@Override
	public void start() {
		follow();
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	// before anything looks at the time
	@Override
	public int getPhase() {
		return Integer.MIN_VALUE;
	}

}
