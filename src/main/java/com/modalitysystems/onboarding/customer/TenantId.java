package com.modalitysystems.onboarding.customer;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The GUID of a Microsoft Entra tenant.
 *
 * @param value the GUID
 */
public record TenantId(UUID value) implements TenantIdentifier {

	private static final Pattern SHAPE = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

	private static final UUID NOBODY = new UUID(0, 0);

	// the tenant of personal Microsoft accounts
	private static final UUID CONSUMERS = UUID.fromString("9188040d-6c67-4c5b-b112-36a304b66dad");

	public TenantId {
		if (value.equals(NOBODY)) {
			throw new Refused("tenant.zero");
		}
		if (value.equals(CONSUMERS)) {
			throw new Refused("tenant.consumers");
		}
	}

	public static TenantId of(String text) {
		String stripped = text.strip();
		if (!SHAPE.matcher(stripped).matches()) {
			throw new Refused("tenant.malformed");
		}
		return new TenantId(UUID.fromString(stripped));
	}

	@Override
	public String asText() {
		return this.value.toString();
	}

	@Override
	public String toString() {
		return asText();
	}

}
