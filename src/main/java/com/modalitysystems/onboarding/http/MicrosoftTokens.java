package com.modalitysystems.onboarding.http;

import java.net.MalformedURLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.IClientCredential;
import org.jspecify.annotations.Nullable;

import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.core.task.support.ExecutorServiceAdapter;
import org.springframework.stereotype.Component;

/**
 * App-only tokens of Microsoft Entra, by the client credentials grant.
 */
@Component
public class MicrosoftTokens {

	private static final String AUTHORITY = "https://login.microsoftonline.com/";

	private static final int MOST_CLIENTS = 200;

	private final HttpClients http;

	// one per tenant, since tokens of one must never serve for another; the oldest goes
	// first
	private final Map<Key, ConfidentialClientApplication> clients = new LinkedHashMap<>(16, 0.75f, true) {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<Key, ConfidentialClientApplication> eldest) {
			return size() > MOST_CLIENTS;
		}

	};

	public MicrosoftTokens(HttpClients http) {
		this.http = http;
	}

	/**
	 * A token, from memory while it is good.
	 * @param system whom failures name: {@code Entra}
	 * @throws TokenRefused when Entra says no
	 */
	public String token(String system, ClientCredentials credentials, UUID tenant, String scope) {
		return acquire(system, credentials, tenant, scope, false);
	}

	/**
	 * A token that was issued just now, so that it carries what the tenant granted just
	 * now.
	 * @param system whom failures name: {@code Entra}
	 * @throws TokenRefused when Entra says no
	 */
	public String freshToken(String system, ClientCredentials credentials, UUID tenant, String scope) {
		return acquire(system, credentials, tenant, scope, true);
	}

	private String acquire(String system, ClientCredentials credentials, UUID tenant, String scope, boolean fresh) {
		try {
			@Nullable String token = client(new Key(system, credentials, tenant))
				.acquireToken(ClientCredentialParameters.builder(Set.of(scope)).skipCache(fresh).build())
				.join()
				.accessToken();
			return Optional.ofNullable(token).orElseThrow(() -> noToken(system));
		}
		catch (CompletionException ex) {
			throw named(system, ex);
		}
	}

	/** What {@link TokenEndpoint} threw lies within what msal4j makes of it. */
	private static RuntimeException named(String system, Throwable wrapped) {
		for (@Nullable
		Throwable cause = wrapped; cause != null; cause = cause.getCause()) {
			if (cause instanceof TokenRefused || cause instanceof RemoteCallFailed) {
				return (RuntimeException) cause;
			}
		}
		return noToken(system);
	}

	private static RemoteCallFailed noToken(String system) {
		return RemoteCallFailed.unreadable(system, "answered with something that is no token");
	}

	private ConfidentialClientApplication client(Key key) {
		synchronized (this.clients) {
			return this.clients.computeIfAbsent(key, this::newClient);
		}
	}

	private ConfidentialClientApplication newClient(Key key) {
		try {
			return ConfidentialClientApplication
				.builder(key.credentials().clientId(), credential(key.credentials().proof()))
				.authority(AUTHORITY + key.tenant() + "/")
				// the authority is Microsoft's own and fixed: nothing to discover
				.instanceDiscovery(false)
				.disableInternalRetries()
				// in the caller's own thread, so that its deadline holds
				.executorService(new ExecutorServiceAdapter(new SyncTaskExecutor()))
				.httpClient(new TokenEndpoint(key.system(), this.http, key.credentials().loginUrl()))
				.build();
		}
		catch (MalformedURLException ex) {
			throw new IllegalStateException("A GUID always makes an authority", ex);
		}
	}

	private static IClientCredential credential(ClientProof proof) {
		return (proof instanceof ClientCertificate certificate)
				? ClientCredentialFactory.createFromCertificate(certificate.key(), certificate.publicPart())
				: ClientCredentialFactory.createFromSecret(((ClientSecret) proof).reveal());
	}

	private record Key(String system, ClientCredentials credentials, UUID tenant) {
	}

}
