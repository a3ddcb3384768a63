package com.modalitysystems.onboarding.directory;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.modalitysystems.onboarding.customer.TenantIdentifier;
import com.modalitysystems.onboarding.directory.TenantLookup.Reason;
import com.modalitysystems.onboarding.http.EntraError;
import com.modalitysystems.onboarding.http.HttpClients;
import com.modalitysystems.onboarding.http.RemoteCallFailed;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse;

/**
 * Finds the GUID of a tenant by what Entra tells anyone: its OpenID Connect discovery
 * document.
 */
@Component
class TenantDiscovery {

	private static final Pattern ISSUER = Pattern
		.compile("https?://([^/?#]+)/(?:[^?#]+/)?([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})/v2\\.0");

	// of the US government and of China; Germany's was closed
	private static final Set<String> NATIONAL_HOSTS = Set.of("login.microsoftonline.us",
			"login.partner.microsoftonline.cn");

	private final RestClient http;

	TenantDiscovery(HttpClients http, EntraSettings settings) {
		this.http = http.to("Entra", settings.loginUrl()).build();
	}

	Answer discover(TenantIdentifier tenant) {
		return this.http.get()
			.uri("/{tenant}/v2.0/.well-known/openid-configuration", tenant.asText())
			.exchange((request, response) -> answer(response));
	}

	private static Answer answer(ConvertibleClientHttpResponse response) throws IOException {
		if (response.getStatusCode().is2xxSuccessful()) {
			return found(response.bodyTo(OpenIdConfiguration.class));
		}
		EntraError error = response.bodyTo(EntraError.class);
		return switch (Aadsts.meaning((error != null) ? error.aadsts() : 0)) {
			case unknownTenant -> new Barred(Reason.unknown);
			case otherCloud -> new Barred(Reason.otherCloud);
			default -> throw RemoteCallFailed.answered("Entra", response.getStatusCode().value(), null);
		};
	}

	private static Answer found(@Nullable OpenIdConfiguration configuration) {
		Matcher issuer = ISSUER
			.matcher((configuration != null && configuration.issuer() != null) ? configuration.issuer() : "");
		if (configuration == null || !issuer.matches()) {
			throw RemoteCallFailed.unreadable("Entra", "described a tenant without its GUID");
		}
		boolean worldwide = configuration.isWorldwide()
				&& !NATIONAL_HOSTS.contains(issuer.group(1).toLowerCase(Locale.ROOT));
		return worldwide ? new Known(UUID.fromString(issuer.group(2))) : new Barred(Reason.otherCloud);
	}

	/** What Entra tells of a tenant. */
	sealed interface Answer {

	}

	/** It exists in the worldwide cloud under this GUID. */
	record Known(UUID id) implements Answer {
	}

	/** It cannot be onboarded, and why. */
	record Barred(Reason reason) implements Answer {
	}

	/**
	 * The discovery document, as far as we read it. What lies beside the issuer is not
	 * documented by Microsoft, so its absence means nothing.
	 */
	private record OpenIdConfiguration(@Nullable String issuer,
			@JsonProperty("tenant_region_scope") @Nullable String regionScope,
			@JsonProperty("cloud_instance_name") @Nullable String cloud) {

		boolean isWorldwide() {
			return (this.cloud == null || "microsoftonline.com".equalsIgnoreCase(this.cloud))
					&& !"USGov".equalsIgnoreCase(this.regionScope);
		}

	}

}
