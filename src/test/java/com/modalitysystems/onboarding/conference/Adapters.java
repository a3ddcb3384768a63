package com.modalitysystems.onboarding.conference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;

import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.Secret;
import com.modalitysystems.onboarding.database.Ledger;
import com.modalitysystems.onboarding.http.HttpClients;

import org.springframework.core.io.ClassPathResource;

/** Adapters of Pexip as they run, put together by hand. */
final class Adapters {

	static final UUID APPLICATION = UUID.fromString("2b6f4c1e-8a3d-4f7b-9c25-51e0d7a8b3f6");

	static final PexipAccountSettings ACCOUNT = new PexipAccountSettings("onboarding", new Secret("secret"), null, null,
			"");

	static final Secret SANDBOX_PASSWORD = new Secret("sandbox-pexip-password");

	/** The OAuth2 client that the sandbox knows. */
	static final PexipAccountSettings CLIENT = new PexipAccountSettings(null, null,
			"3f0c7a5e-9d41-4c86-b2e7-80a6d95f1b34", key(), "");

	private Adapters() {
	}

	static PexipSettings settings(URI baseUrl, Duration patience) {
		return settings(baseUrl, patience, null, 0);
	}

	static PexipSettings settings(URI baseUrl, Duration patience, PriorityRange ownPriorities, int licenceReserve) {
		return new PexipSettings(baseUrl, "modalitygw1.eu.teams.videosrv.net", 443, "videosrv.net",
				"px-eu.videosrv.net", APPLICATION, "test_call", "\\d{9,13}", 120, 110, ownPriorities, true,
				licenceReserve, Set.of("teams", "admin"), patience);
	}

	static PexipApi api(PexipSettings settings, PexipAccountSettings account, HttpClients http, Clock clock) {
		return new PexipApi(new PexipCalls(settings, account, new PexipTokens(settings, account, http, clock), http));
	}

	static PexipPlatform platform(PexipSettings settings, PexipAccountSettings account, HttpClients http,
			Customers customers, Ledger ledger, Clock clock) {
		return new PexipPlatform(settings, api(settings, account, http, clock), customers, ledger, clock);
	}

	static Secret key() {
		try {
			return new Secret(new ClassPathResource("sandbox-client.pem", Adapters.class)
				.getContentAsString(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
