package com.modalitysystems.onboarding.directory;

import com.modalitysystems.onboarding.customer.TenantId;
import com.modalitysystems.onboarding.http.ClientCredentials;
import com.modalitysystems.onboarding.http.MicrosoftTokens;
import com.modalitysystems.onboarding.http.RemoteCallFailed;
import com.modalitysystems.onboarding.http.TokenRefused;

import org.springframework.stereotype.Component;

/** The tokens with which our application asks Graph. */
@Component
class EntraTokens {

	// what Entra means by it, whatever its status
	private static final int TOO_MANY_REQUESTS = 429;

	static final String SCOPE = "https://graph.microsoft.com/.default";

	private final MicrosoftTokens tokens;

	// read once: the certificate lies in a file
	private final ClientCredentials credentials;

	private final TenantId home;

	EntraTokens(MicrosoftTokens tokens, EntraSettings settings) {
		this.tokens = tokens;
		this.credentials = settings.credentials();
		this.home = settings.homeTenant();
	}

	/**
	 * For our own tenant. If Entra refuses that, whatever the reason, the fault is ours.
	 */
	String ofOurOwnTenant() {
		try {
			return this.tokens.token("Entra", this.credentials, this.home.value(), SCOPE);
		}
		catch (TokenRefused ex) {
			throw switch (Aadsts.meaning(ex.aadsts())) {
				case busy -> busy(ex);
				default -> PlatformFault.ofOurOwnTenant(ex);
			};
		}
	}

	/**
	 * For a customer's tenant, issued just now.
	 * @throws TokenRefused when the refusal says something of the customer's consent
	 */
	String ofCustomer(TenantId tenant) {
		try {
			return this.tokens.freshToken("Entra", this.credentials, tenant.value(), SCOPE);
		}
		catch (TokenRefused ex) {
			throw switch (Aadsts.meaning(ex.aadsts())) {
				case busy -> busy(ex);
				case ourFault, unknownTenant, otherCloud -> new PlatformFault(ex);
				default -> ex;
			};
		}
	}

	private static RuntimeException busy(TokenRefused refused) {
		return RemoteCallFailed.answered("Entra", TOO_MANY_REQUESTS, "is busy (AADSTS" + refused.aadsts() + ")", null);
	}

}
