package com.modalitysystems.onboarding.directory;

import java.net.URI;
import java.util.Map;

import com.modalitysystems.onboarding.customer.OnboardingSettings;
import com.modalitysystems.onboarding.customer.TenantId;

import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Where administrators consent. */
@Component
class ConsentPage {

	private final EntraSettings entra;

	private final ConsentSettings consent;

	private final URI publicUrl;

	ConsentPage(EntraSettings entra, ConsentSettings consent, OnboardingSettings onboarding) {
		this.entra = entra;
		this.consent = consent;
		this.publicUrl = onboarding.publicUrl();
	}

	/** The page for one tenant; the Teams Connector's is the same for all. */
	URI of(TenantId tenant, String state) {
		return (this.consent.connectorUrl() != null && !leadsBack()) ? this.consent.connectorUrl()
				: microsofts(tenant, state);
	}

	/** Whether the page sends the administrator back to us. */
	boolean leadsBack() {
		return this.consent.via() == ConsentSettings.Via.entra;
	}

	private URI microsofts(TenantId tenant, String state) {
		return UriComponentsBuilder.fromUri(this.entra.loginUrl())
			.path("/{tenant}/v2.0/adminconsent")
			.queryParam("client_id", "{client}")
			.queryParam("scope", "{scope}")
			.queryParam("redirect_uri", "{callback}")
			.queryParam("state", "{state}")
			.encode()
			.buildAndExpand(Map.of("tenant", tenant.asText(), "client", this.entra.clientId(), "scope",
					EntraTokens.SCOPE, "callback", callback(), "state", state))
			.toUri();
	}

	/** Where Microsoft leads people back to. */
	URI callback() {
		return UriComponentsBuilder.fromUri(this.publicUrl).path("/consent/callback").build().toUri();
	}

}
