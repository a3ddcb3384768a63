package com.modalitysystems.onboarding.customer;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What the administrator brought back from the consent page. It proves nothing; it is a
 * reason to look.
 *
 * @param at when
 * @param error Microsoft's word for what went wrong; none when it said that all is well
 * @param tenantId the tenant that the address claims
 */
public record ConsentReturn(Instant at, @Nullable String error, @Nullable TenantId tenantId) {

	/** How long a consent may take until all of Microsoft's servers know about it. */
	private static final Duration SPREADS = Duration.ofMinutes(30);

	/** Until when a consent that was given then may not be seen yet. */
	public Instant spreadsUntil() {
		return this.at.plus(SPREADS);
	}

}
