package com.modalitysystems.onboarding.sandbox;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A tenant of the simulated Microsoft cloud.
 *
 * @param id its GUID
 * @param displayName name of the organization
 * @param domains its verified domains, the default one first
 * @param cloud where it lives
 * @param consent what it says of our application now
 * @param afterAccept what it says once somebody accepts on the consent page
 * @param looksLeft how often a spreading consent is still denied
 * @param missing the permissions an incomplete consent lacks
 * @param block how it keeps us out when it is blocked
 * @param readableAssignments whether our application may read its own role assignments
 * @param goodFor what a person can try with it
 */
record SimulatedTenant(UUID id, String displayName, List<String> domains, Cloud cloud, ConsentState consent,
		ConsentState afterAccept, int looksLeft, List<String> missing, Block block, boolean readableAssignments,
		@Nullable String goodFor) {

	static final List<String> USUALLY_MISSING = List.of("Calls.AccessMedia.All", "OnlineMeetings.ReadWrite.All");

	SimulatedTenant {
		Assert.hasText(displayName, "displayName must not be empty");
		domains = domains.stream().map(domain -> domain.toLowerCase(Locale.ROOT)).toList();
		List<String> names = GraphPermission.roles().stream().map(GraphPermission::graphName).toList();
		Assert.isTrue(names.containsAll(missing), () -> "missing must name some of " + names);
	}

	static SimulatedTenant named(UUID id, String displayName, List<String> domains) {
		return new SimulatedTenant(id, displayName, domains, Cloud.worldwide, ConsentState.none, ConsentState.granted,
				0, USUALLY_MISSING, Block.disabled, false, null);
	}

	SimulatedTenant consenting(ConsentState now, ConsentState afterwards, int looks) {
		return new SimulatedTenant(this.id, this.displayName, this.domains, this.cloud, now, afterwards,
				(now == ConsentState.spreading) ? looks : 0, this.missing, this.block, this.readableAssignments,
				this.goodFor);
	}

	SimulatedTenant livingIn(Cloud other) {
		return new SimulatedTenant(this.id, this.displayName, this.domains, other, this.consent, this.afterAccept,
				this.looksLeft, this.missing, this.block, this.readableAssignments, this.goodFor);
	}

	SimulatedTenant blockedBy(Block other) {
		return new SimulatedTenant(this.id, this.displayName, this.domains, this.cloud, this.consent, this.afterAccept,
				this.looksLeft, this.missing, other, this.readableAssignments, this.goodFor);
	}

	SimulatedTenant readable(boolean readable) {
		return new SimulatedTenant(this.id, this.displayName, this.domains, this.cloud, this.consent, this.afterAccept,
				this.looksLeft, this.missing, this.block, readable, this.goodFor);
	}

	SimulatedTenant lacking(List<String> permissions) {
		return new SimulatedTenant(this.id, this.displayName, this.domains, this.cloud, this.consent, this.afterAccept,
				this.looksLeft, permissions, this.block, this.readableAssignments, this.goodFor);
	}

	SimulatedTenant goodFor(String what) {
		return new SimulatedTenant(this.id, this.displayName, this.domains, this.cloud, this.consent, this.afterAccept,
				this.looksLeft, this.missing, this.block, this.readableAssignments, what);
	}

	/** The permissions it has granted to the application itself. */
	List<GraphPermission> granted() {
		return switch (this.consent) {
			case granted -> GraphPermission.roles();
			case incomplete ->
				GraphPermission.roles().stream().filter(role -> !this.missing.contains(role.graphName())).toList();
			case none, spreading, blocked -> List.of();
		};
	}

	/** The domain that stands for the tenant; every tenant has at least one. */
	String defaultDomain() {
		return this.domains.isEmpty() ? "tenant" + this.id.toString().substring(0, 8) + ".onmicrosoft.com"
				: this.domains.get(0);
	}

}
