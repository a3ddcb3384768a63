package com.modalitysystems.onboarding.sandbox;

import java.time.Clock;
import java.util.UUID;
import java.util.regex.Pattern;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Finds the tenant that a path of the simulated sign-in names, or refuses. */
@Profile("sandbox")
@Component
class TenantLocator {

	private static final Pattern GUID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

	private static final Pattern DOMAIN = Pattern
		.compile("([a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\\.)+[a-zA-Z][a-zA-Z0-9-]*");

	private static final UUID NIL = new UUID(0, 0);

	private final Tenants tenants;

	private final Clock clock;

	TenantLocator(Tenants tenants, Clock clock) {
		this.tenants = tenants;
		this.clock = clock;
	}

	SimulatedTenant find(String identifier) {
		if (GUID.matcher(identifier).matches()) {
			return byId(identifier);
		}
		if (!DOMAIN.matcher(identifier).matches()) {
			throw EntraError.malformedTenant(identifier).refusal(this.clock);
		}
		return this.tenants.findByDomain(identifier)
			.orElseThrow(() -> EntraError.tenantNotFound(identifier).refusal(this.clock));
	}

	private SimulatedTenant byId(String identifier) {
		UUID id = UUID.fromString(identifier);
		if (id.equals(NIL)) {
			throw EntraError.emptyTenant(identifier).refusal(this.clock);
		}
		return this.tenants.find(id).orElseThrow(() -> EntraError.tenantNotFound(identifier).refusal(this.clock));
	}

}
