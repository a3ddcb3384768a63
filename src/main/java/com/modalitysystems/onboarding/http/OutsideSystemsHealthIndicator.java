package com.modalitysystems.onboarding.http;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Tells operators how the last calls of each outside system went; nobody is called for
 * it. Always up: a node is as well as before when Microsoft is not, its steps wait and
 * are tried again.
 */
@Component
class OutsideSystemsHealthIndicator implements HealthIndicator {

	private final OutsideCalls calls;

	OutsideSystemsHealthIndicator(OutsideCalls calls) {
		this.calls = calls;
	}

	@Override
	public Health health() {
		Health.Builder health = Health.up();
		this.calls.lastOfEach().forEach((system, last) -> health.withDetail(system, describe(last)));
		return health.build();
	}

	private static Map<String, Object> describe(OutsideCalls.Last last) {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("lastCall", last.outcome());
		putIfKnown(details, "lastAnswer", last.answeredAt());
		putIfKnown(details, "lastFailure", last.failedAt());
		putIfKnown(details, "failure", last.failure());
		return details;
	}

	private static void putIfKnown(Map<String, Object> details, String name, @Nullable Object value) {
		if (value != null) {
			details.put(name, value);
		}
	}

}
