package com.modalitysystems.onboarding.customer;

/**
 * A tenant as Microsoft describes it to anyone who may ask.
 *
 * @param id its GUID
 * @param displayName the organization's name
 * @param defaultDomain its default domain
 */
public record Tenant(TenantId id, String displayName, String defaultDomain) {
}
