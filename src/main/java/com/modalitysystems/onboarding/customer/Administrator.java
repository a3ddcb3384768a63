package com.modalitysystems.onboarding.customer;

/**
 * The customer's Microsoft 365 administrator.
 *
 * @param name their name
 * @param email where letters to them go
 * @param address the public IP address from which they consent
 */
public record Administrator(String name, EmailAddress email, PublicAddress address) {
}
