package com.modalitysystems.onboarding.directory;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.ApiException;
import com.microsoft.kiota.authentication.BaseBearerTokenAuthenticationProvider;
import com.modalitysystems.onboarding.http.HttpClients;
import com.modalitysystems.onboarding.http.RemoteCallFailed;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Asks Microsoft Graph, in the name of one token at a time. */
@Component
class Graph {

	private static final Set<Integer> NOT_FOR_US = Set.of(401, 403);

	private final String baseUrl;

	private final String host;

	private final OkHttpClient http;

	Graph(HttpClients http, EntraSettings settings) {
		this.baseUrl = settings.graphUrl().toString().replaceFirst("/+$", "") + "/v1.0";
		this.host = settings.graphUrl().getHost();
		// none of the SDK's own interceptors: they retry and follow redirects
		this.http = new OkHttpClient.Builder().addInterceptor(new GraphWire(http, settings.graphUrl())).build();
	}

	/** Ask one thing. */
	<T> Answer<T> ask(String token, Function<GraphServiceClient, @Nullable T> question) {
		try {
			return new Answer<>(200, Optional.ofNullable(question.apply(client(token))));
		}
		catch (RemoteCallFailed ex) {
			throw ex;
		}
		catch (ApiException ex) {
			return new Answer<>(ex.getResponseStatusCode(), Optional.empty());
		}
		catch (RuntimeException ex) {
			throw RemoteCallFailed.unreadable("Graph", "answered with something that cannot be read");
		}
	}

	private GraphServiceClient client(String token) {
		GraphServiceClient client = new GraphServiceClient(
				new BaseBearerTokenAuthenticationProvider(new KnownToken(token, this.host)), this.http);
		client.getRequestAdapter().setBaseUrl(this.baseUrl);
		return client;
	}

	/**
	 * What Graph answered.
	 *
	 * @param status the HTTP status
	 * @param value what we asked for, if we may know it
	 */
	record Answer<T>(int status, Optional<T> value) {

		/** We may not know: the permission is missing, or has not spread yet. */
		boolean isForbidden() {
			return NOT_FOR_US.contains(this.status);
		}

		/** What we asked for; nothing if it is not there or not for us to know. */
		Optional<T> ifReadable() {
			if (this.value.isEmpty() && this.status != 200 && this.status != 404 && !isForbidden()) {
				throw failed();
			}
			return this.value;
		}

		RemoteCallFailed failed() {
			return (this.status == 200) ? RemoteCallFailed.unreadable("Graph", "answered without what was asked for")
					: RemoteCallFailed.answered("Graph", this.status, null);
		}

	}

}
