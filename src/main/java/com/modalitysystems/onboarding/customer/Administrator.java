package com.modalitysystems.onboarding.customer;

import org.jspecify.annotations.Nullable;

/**
 * The customer's Microsoft 365 administrator.
 *
 * @param name their name
 * @param email where letters to them go
 * @param address the public IP address from which they consent
 * @param namedBy the name of the administrator before them who named them, if one did
 */
public record Administrator(String name, EmailAddress email, PublicAddress address, @Nullable String namedBy) {

	/** The administrator whom the request named. */
	public Administrator(String name, EmailAddress email, PublicAddress address) {
		this(name, email, address, null);
	}

}
