package com.modalitysystems.onboarding.customer;

/**
 * A secret, which does not print.
 *
 * @param reveal the secret itself
 */
public record Secret(String reveal) {

	public static Secret of(String text) {
		return new Secret(text);
	}

	@Override
	public String toString() {
		return "********";
	}

}
