package com.modalitysystems.onboarding.http;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.web.client.RestClient;

/** The clients as they run, for tests without Spring. */
public final class Clients {

	/** The clock by which dates in answers are understood. */
	public static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

	static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

	static {
		LoggingSystem.get(Clients.class.getClassLoader()).setLogLevel("com.microsoft.aad.msal4j", LogLevel.OFF);
	}

	private Clients() {
	}

	public static HttpClients real() {
		return counting(new SimpleMeterRegistry());
	}

	static HttpClients counting(MeterRegistry meters) {
		return counting(new OutsideCalls(meters, CLOCK));
	}

	static HttpClients counting(OutsideCalls calls) {
		return new HttpClients(RestClient.builder(), CLOCK, calls);
	}

}
