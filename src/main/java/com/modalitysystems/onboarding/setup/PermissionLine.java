package com.modalitysystems.onboarding.setup;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import com.modalitysystems.onboarding.customer.Consent;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Permission;
import org.jspecify.annotations.Nullable;

/**
 * One permission as the room lists it.
 *
 * @param permission which
 * @param state what the tenant said of it; none before we looked
 */
record PermissionLine(Permission permission, Consent.@Nullable Item state) {

	private static final String REFERENCE = "https://learn.microsoft.com/graph/permissions-reference#";

	static List<PermissionLine> allOf(Customer customer) {
		return Arrays.stream(Permission.values())
			.map(permission -> new PermissionLine(permission, stateOf(permission, customer.consent())))
			.toList();
	}

	/** Where Microsoft describes it. */
	public String microsoftReference() {
		return REFERENCE + this.permission.graphName().toLowerCase(Locale.ROOT).replace(".", "");
	}

	/**
	 * Whether Microsoft is about to show it under another name, as its documentation has
	 * it already.
	 */
	public boolean alsoCalled() {
		return this.permission == Permission.USER_READ_ALL;
	}

	public boolean isMissing() {
		return this.state == Consent.Item.missing;
	}

	private static Consent.@Nullable Item stateOf(Permission permission, @Nullable Consent consent) {
		return (consent != null) ? consent.items().get(permission) : null;
	}

}
