package com.modalitysystems.onboarding.conference;

import com.fasterxml.jackson.databind.JsonNode;
import com.modalitysystems.onboarding.customer.Customer;

/**
 * Finds the tenant key of a customer: the one it has, else the best that nobody has, in
 * our record and on Pexip.
 */
class KeyChoice {

	private final PexipApi pexip;

	private final PexipSettings settings;

	KeyChoice(PexipApi pexip, PexipSettings settings) {
		this.pexip = pexip;
		this.settings = settings;
	}

	/**
	 * The customer's key, reserved for it for good.
	 * @param reception the name of its virtual reception, to which the key may lead
	 * already
	 */
	TenantKey of(Customer customer, String reception, TenantKeys keys) {
		TenantKey reserved = keys.of(customer.reference()).orElse(null);
		if (reserved != null && !isForeign(reserved, reception)) {
			return reserved;
		}
		if (customer.issued() != null) {
			throw new IllegalStateException("Pexip: the tenant key issued to " + customer.reference()
					+ " leads to somebody else's conference; it must be freed there");
		}
		if (reserved != null) {
			keys.giveUp(reserved);
		}
		return choose(customer, reception, keys);
	}

	private TenantKey choose(Customer customer, String reception, TenantKeys keys) {
		return Aliases.of(customer)
			.filter((alias) -> !isReservedWord(alias))
			.filter(keys::isFree)
			.map((alias) -> new TenantKey(alias, this.settings.aliasDomain()))
			.filter((key) -> !isForeign(key, reception))
			.filter((key) -> keys.reserve(key, customer.reference()))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException(
					"No tenant key is left for " + customer.reference() + ": even that of its reference is taken"));
	}

	private boolean isReservedWord(String alias) {
		return this.settings.reservedAliases().contains(alias) || alias.equals(Aliases.fold(this.settings.testAlias()));
	}

	private boolean isForeign(TenantKey key, String reception) {
		return this.pexip.with(Resource.conference_alias, "alias", key.toString())
			.stream()
			.anyMatch((alias) -> !leadsTo(alias, reception));
	}

	private boolean leadsTo(JsonNode alias, String reception) {
		ResourceUri conference = ResourceUri.of(Resource.conference, alias.path("conference").asText());
		return this.pexip.read(conference).filter((it) -> it.path("name").asText().equals(reception)).isPresent();
	}

}
