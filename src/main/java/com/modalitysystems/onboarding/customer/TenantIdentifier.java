package com.modalitysystems.onboarding.customer;

/** What names a Microsoft Entra tenant: its GUID, or one of its domains. */
public sealed interface TenantIdentifier permits TenantId, DomainName {

	/** As Microsoft's addresses carry it. */
	String asText();

	static TenantIdentifier of(String text) {
		String stripped = text.strip();
		return stripped.contains(".") ? DomainName.of(stripped) : TenantId.of(stripped);
	}

}
