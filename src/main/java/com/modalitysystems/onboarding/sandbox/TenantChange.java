package com.modalitysystems.onboarding.sandbox;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wants a tenant to be; what is missing stays as it was.
 *
 * @param displayName see {@link SimulatedTenant}
 * @param domains see {@link SimulatedTenant}
 * @param cloud see {@link SimulatedTenant}
 * @param consent what it says now, and after somebody accepted
 * @param afterAccept where that shall differ
 * @param looks how often a spreading consent is denied
 * @param missing see {@link SimulatedTenant}
 * @param block see {@link SimulatedTenant}
 * @param readableAssignments see {@link SimulatedTenant}
 */
record TenantChange(@Nullable String displayName, @Nullable List<String> domains, @Nullable Cloud cloud,
		@Nullable ConsentState consent, @Nullable ConsentState afterAccept, @Nullable Integer looks,
		@Nullable List<String> missing, @Nullable Block block, @Nullable Boolean readableAssignments) {

	SimulatedTenant applyTo(@Nullable SimulatedTenant before, UUID id, int usualLooks) {
		SimulatedTenant tenant = (before != null) ? before
				: SimulatedTenant.named(id, "Tenant " + id.toString().substring(0, 8), List.of());
		ConsentState now = or(this.consent, tenant.consent());
		ConsentState then = (this.consent != null) ? now.afterAccept() : tenant.afterAccept();
		int looks = or(this.looks, (this.consent != null) ? usualLooks : tenant.looksLeft());
		return new SimulatedTenant(id, or(this.displayName, tenant.displayName()), or(this.domains, tenant.domains()),
				or(this.cloud, tenant.cloud()), now, or(this.afterAccept, then),
				(now == ConsentState.spreading) ? looks : 0, or(this.missing, tenant.missing()),
				or(this.block, tenant.block()), or(this.readableAssignments, tenant.readableAssignments()),
				tenant.goodFor());
	}

	private static <T> T or(@Nullable T value, T otherwise) {
		return (value != null) ? value : otherwise;
	}

}
