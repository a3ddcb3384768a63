package com.modalitysystems.onboarding.customer;

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
}
