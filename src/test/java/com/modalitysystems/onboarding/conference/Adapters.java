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

	static final PexipAccount ACCOUNT = new PexipAccount("onboarding", new Secret("secret"), null, null, "");

	static final PexipSettings.Dialling DIALLING = dialling("^{prefix}({number})@{domain}$", true,
			"https://{host}/teams/?conf={ConfId}&ivr={alias}&d={domain}&test={test}&prefix={prefix}&w");

	/** The account that the sandbox knows. */
	static final PexipAccount SANDBOX = new PexipAccount("onboarding", new Secret("sandbox-pexip-password"), null, null,
			"");

	/** The OAuth2 client that the sandbox knows. */
	static final PexipAccount CLIENT = new PexipAccount(null, null, "3f0c7a5e-9d41-4c86-b2e7-80a6d95f1b34", key(), "");

	private Adapters() {
	}

	static PexipSettings settings(URI baseUrl, PexipAccount account, Duration patience) {
		return settings(baseUrl, account, patience, null, 0);
	}

	static PexipSettings settings(URI baseUrl, PexipAccount account, Duration patience, PriorityRange ownPriorities,
			int licenceReserve) {
		return new PexipSettings(baseUrl, account.username(), account.password(), account.clientId(),
				account.privateKey(), account.tokenScope(), "modalitygw1.eu.teams.videosrv.net", 443, "videosrv.net",
				"px-eu.videosrv.net", APPLICATION, "test_call", "\\d{9,13}", 120, 110, ownPriorities, true,
				licenceReserve, Set.of("teams", "admin"), DIALLING, patience);
	}

	static PexipSettings.Dialling dialling(String ruleMatch, boolean trustRegistered, String instructionUri) {
		return new PexipSettings.Dialling("(.*)", "{prefix}\\1@{domain}", ruleMatch, "\\1", trustRegistered,
				instructionUri);
	}

	static PexipApi api(PexipSettings settings, HttpClients http, Clock clock) {
		return new PexipApi(new PexipCalls(settings, new PexipTokens(settings, http, clock), http));
	}

	static PexipPlatform platform(PexipSettings settings, HttpClients http, Customers customers, Ledger ledger,
			Clock clock) {
		return new PexipPlatform(settings, api(settings, http, clock), customers, ledger, clock);
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
