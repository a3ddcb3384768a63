package com.modalitysystems.onboarding.conference;

import com.modalitysystems.onboarding.customer.Secret;
import org.jspecify.annotations.Nullable;

/**
 * As whom we speak to the Management Node: as an account with a password, or as an OAuth2
 * client with a private key.
 *
 * @param username the account's name
 * @param password the account's password
 * @param clientId the client's id
 * @param privateKey the client's private key in PEM
 * @param tokenScope the scope to ask tokens for; none when empty
 */
record PexipAccount(@Nullable String username, @Nullable Secret password, @Nullable String clientId,
		@Nullable Secret privateKey, String tokenScope) {

	private static final String PREFIX = "conference.pexip.";

	PexipAccount {
		username = unlessBlank(username);
		password = unlessBlank(password);
		clientId = unlessBlank(clientId);
		privateKey = unlessBlank(privateKey);
		boolean account = username != null || password != null;
		boolean client = clientId != null || privateKey != null;
		if (account && client) {
			throw new IllegalArgumentException(PREFIX + "client-id and private-key must not be given together with"
					+ " username and password: there is one way to log in");
		}
		String missing = client ? missing("client-id", clientId) + missing("private-key", privateKey)
				: missing("username", username) + missing("password", password);
		if (!missing.isEmpty()) {
			throw new IllegalArgumentException(missing.strip());
		}
		if (privateKey != null) {
			ClientAssertion.key(privateKey);
		}
	}

	/** Whether we are an OAuth2 client. */
	boolean isClient() {
		return this.clientId != null;
	}

	String requireUsername() {
		return require("username", this.username);
	}

	Secret requirePassword() {
		return require("password", this.password);
	}

	String requireClientId() {
		return require("client-id", this.clientId);
	}

	Secret requirePrivateKey() {
		return require("private-key", this.privateKey);
	}

	private static @Nullable String unlessBlank(@Nullable String text) {
		return (text != null && !text.isBlank()) ? text : null;
	}

	private static @Nullable Secret unlessBlank(@Nullable Secret secret) {
		return (secret != null && !secret.reveal().isBlank()) ? secret : null;
	}

	private static <T> T require(String setting, @Nullable T value) {
		if (value == null) {
			throw new IllegalArgumentException(missing(setting, value).strip());
		}
		return value;
	}

	/** A line for each that is missing, as the list of settings shows it. */
	private static String missing(String setting, @Nullable Object value) {
		return (value != null) ? "" : PREFIX + setting + " is missing: give username and password,"
				+ " or client-id and private-key of an OAuth2 client\n";
	}

}
