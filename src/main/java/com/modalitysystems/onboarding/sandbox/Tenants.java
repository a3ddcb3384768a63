package com.modalitysystems.onboarding.sandbox;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The tenants of the simulated Microsoft cloud. */
@Profile("sandbox")
@Component
class Tenants {

	private static final String KIND = "tenant";

	private final World world;

	private final ObjectMapper json;

	private final SandboxSettings settings;

	Tenants(World world, ObjectMapper json, SandboxSettings settings) {
		this.world = world;
		this.json = json;
		this.settings = settings;
	}

	List<SimulatedTenant> all() {
		return this.world.all(KIND).stream().map(this::read).toList();
	}

	Optional<SimulatedTenant> find(UUID id) {
		return this.world.find(KIND, id.toString()).map(this::read);
	}

	Optional<SimulatedTenant> findByDomain(String domain) {
		ObjectNode part = this.json.createObjectNode();
		part.putArray("domains").add(domain.toLowerCase(Locale.ROOT));
		return this.world.matching(KIND, part).stream().map(this::read).findFirst();
	}

	void put(SimulatedTenant tenant) {
		this.world.put(KIND, tenant.id().toString(), write(tenant));
	}

	void seed(SimulatedTenant tenant) {
		this.world.seed(KIND, tenant.id().toString(), write(tenant));
	}

	SimulatedTenant change(UUID id, TenantChange change) {
		return change(id, before -> change.applyTo(before, id, this.settings.spreadingLooks()));
	}

	/** Somebody who may consented for the tenant. */
	void accept(UUID id) {
		require(id, tenant -> tenant.consenting(tenant.afterAccept(), tenant.afterAccept(),
				this.settings.spreadingLooks()));
	}

	/** Change a tenant that exists, while nobody else does. */
	SimulatedTenant require(UUID id, UnaryOperator<SimulatedTenant> change) {
		return change(id, before -> {
			if (before == null) {
				throw new IllegalStateException("There is no tenant " + id);
			}
			return change.apply(before);
		});
	}

	private SimulatedTenant change(UUID id, Change change) {
		return this.world.alone(KIND, () -> {
			SimulatedTenant after = change.apply(find(id).orElse(null));
			put(after);
			return after;
		});
	}

	private SimulatedTenant read(ObjectNode body) {
		return this.json.convertValue(body, SimulatedTenant.class);
	}

	private ObjectNode write(SimulatedTenant tenant) {
		return this.json.convertValue(tenant, ObjectNode.class);
	}

	@FunctionalInterface
	private interface Change {

		SimulatedTenant apply(@Nullable SimulatedTenant before);

	}

}
