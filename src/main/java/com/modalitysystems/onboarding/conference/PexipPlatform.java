package com.modalitysystems.onboarding.conference;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.IssuedValues;
import com.modalitysystems.onboarding.customer.TenantId;
import com.modalitysystems.onboarding.database.Ledger;
import com.modalitysystems.onboarding.database.LedgerPage;
import com.modalitysystems.onboarding.http.Deadline;
import com.modalitysystems.onboarding.http.OthersFirst;
import com.modalitysystems.onboarding.http.RemoteCallFailed;

import org.springframework.stereotype.Component;

/**
 * Customers' places on Pexip Infinity. The customer's name is held in the ledger while we
 * work, on all nodes, so that building and removing cannot overtake each other.
 */
@Component
class PexipPlatform implements ConferencePlatform {

	private static final Duration TOTAL = Duration.ofSeconds(30);

	private final PexipSettings settings;

	private final PexipApi pexip;

	private final Customers customers;

	private final Ledger ledger;

	private final Clock clock;

	PexipPlatform(PexipSettings settings, PexipApi pexip, Customers customers, Ledger ledger, Clock clock) {
		this.settings = settings;
		this.pexip = pexip;
		this.customers = customers;
		this.ledger = ledger;
		this.clock = clock;
	}

	@Override
	public IssuedValues provision(Customer customer) {
		try (LedgerPage page = hold(customer.reference())) {
			// what was passed may be older than a cancellation
			Customer current = this.customers.require(customer.reference());
			if (current.stage().isOver()) {
				throw new IllegalStateException("The onboarding " + current.reference() + " is over: it gets no place");
			}
			return Deadline.within(TOTAL, () -> build(current, page));
		}
	}

	@Override
	public void withdraw(CustomerReference customer) {
		try (LedgerPage page = hold(customer)) {
			Deadline.within(TOTAL, () -> removeAll(new Blueprint(customer, this.settings)));
			new TenantKeys(page, this.clock).withdrawn(customer);
			new AllocatedPriorities(page, this.clock).free(customer);
		}
	}

	private IssuedValues build(Customer customer, LedgerPage page) {
		Blueprint blueprint = new Blueprint(customer.reference(), this.settings);
		if (find(blueprint.tenant()).isEmpty()) {
			requireLicence();
			requireNobodyElseHas(customer.requireTenantId());
		}
		TenantKey key = new KeyChoice(this.pexip, this.settings).of(customer, blueprint.reception().name(),
				new TenantKeys(page, this.clock));
		RulePriorities priorities = priorities(blueprint, new AllocatedPriorities(page, this.clock));
		Construction construction = new Construction(this.pexip);
		ResourceUri tenant = construction.ensure(Resource.azure_tenant, blueprint.tenant(customer.requireTenantId()));
		ResourceUri connector = construction.ensure(Resource.teams_proxy, blueprint.connector(tenant));
		construction.ensure(Resource.conference, blueprint.reception(connector, key));
		construction.ensure(Resource.gateway_routing_rule, blueprint.guests(connector, key, priorities.guests()));
		if (this.settings.dialling().trustRegistered()) {
			construction.ensure(Resource.gateway_routing_rule, blueprint.trusted(connector, key, priorities.trusted()));
		}
		construction.verify();
		return values(key);
	}

	private RulePriorities priorities(Blueprint blueprint, AllocatedPriorities allocated) {
		PriorityRange range = this.settings.ownPriorities();
		if (range == null) {
			return new RulePriorities(this.settings.trustedPriority(), this.settings.guestPriority());
		}
		List<JsonNode> rules = this.pexip.all(Resource.gateway_routing_rule);
		Set<Integer> foreign = rules.stream()
			.filter((rule) -> !blueprint.isOurs(rule.path("name").asText()))
			.map((rule) -> rule.path("priority").asInt())
			.collect(Collectors.toSet());
		Set<String> there = rules.stream().map((rule) -> rule.path("tag").asText()).collect(Collectors.toSet());
		return allocated.allocate(blueprint.customer(), range, foreign, there);
	}

	private IssuedValues values(TenantKey key) {
		return new IssuedValues(key.toString(), this.settings.instructions(key),
				this.settings.trustedApplicationId().toString());
	}

	private void requireLicence() {
		if (!this.settings.countLicences()) {
			return;
		}
		Licences licences = this.pexip.licences();
		if (licences.isUsedUp(this.settings.licenceReserve())) {
			throw new LicencesUsedUp(licences, this.settings.licenceReserve());
		}
	}

	private void requireNobodyElseHas(TenantId tenantId) {
		this.pexip.all(Resource.azure_tenant)
			.stream()
			.filter((tenant) -> tenant.path("tenant_id").asText().equalsIgnoreCase(tenantId.asText()))
			.findFirst()
			.map((tenant) -> ResourceUri.of(Resource.azure_tenant, tenant))
			.ifPresent((tenant) -> {
				throw new IllegalStateException(
						"Pexip: the customer's tenant is there under another name, as azure_tenant " + tenant.id()
								+ ", which is not ours to change");
			});
	}

	/** How much there was to remove. */
	private int removeAll(Blueprint blueprint) {
		int removed = 0;
		for (Blueprint.Part part : blueprint.lastFirst()) {
			removed += remove(part) ? 1 : 0;
		}
		return removed;
	}

	private boolean remove(Blueprint.Part part) {
		Optional<ResourceUri> there = find(part);
		there.ifPresent(this.pexip::remove);
		there.flatMap(this.pexip::read).ifPresent((still) -> {
			throw new RemoteCallFailed(PexipApi.SYSTEM, "still has the " + part.resource() + " that it removed", null,
					null);
		});
		return there.isPresent();
	}

	private Optional<ResourceUri> find(Blueprint.Part part) {
		return this.pexip.named(part.resource(), part.name()).map((object) -> ResourceUri.of(part.resource(), object));
	}

	private LedgerPage hold(CustomerReference customer) {
		LedgerPage page = this.ledger.open();
		if (!page.hold("conference " + customer, this.settings.patience())) {
			page.close();
			throw new OthersFirst(PexipApi.SYSTEM);
		}
		return page;
	}

}
