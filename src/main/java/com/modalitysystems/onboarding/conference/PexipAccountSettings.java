package com.modalitysystems.onboarding.conference;

import com.modalitysystems.onboarding.customer.Secret;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * As whom we speak to the Management Node: as an account with a password, or as an OAuth2
 * client with a private key.
 *
 * @param username the account of ours on it; not with {@code client-id}
 * @param password that account's password
 * @param clientId the id of the OAuth2 client of ours on it; not with {@code username}
 * @param privateKey that client's private key in PEM, as Pexip shows it once
 * @param tokenScope the scope to ask tokens for; none unless told otherwise, as Pexip's
 * own command line does
 */
@ConfigurationProperties("conference.pexip")
record PexipAccountSettings(@Nullable String username, @Nullable Secret password, @Nullable String clientId,
		@Nullable Secret privateKey, @DefaultValue("") String tokenScope) {

	private static final String PREFIX = "conference.pexip.";

	PexipAccountSettings {
		username = unlessBlank(username);
		password = unlessBlank(password);
		clientId = unlessBlank(clientId);
		privateKey = unlessBlank(privateKey);
		boolean account = username != null || password != null;
		boolean client = clientId != null || privateKey != null;
		if (account == client) {
			throw new IllegalArgumentException("Either " + PREFIX + "username and " + PREFIX + "password or " + PREFIX
					+ "client-id and " + PREFIX + "private-key must be given, and not both");
		}
		if (account) {
			require("username", username);
			require("password", password);
		}
		else {
			require("client-id", clientId);
			ClientAssertion.key(require("private-key", privateKey));
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
			throw new IllegalArgumentException(PREFIX + setting + " is missing");
		}
		return value;
	}

}
