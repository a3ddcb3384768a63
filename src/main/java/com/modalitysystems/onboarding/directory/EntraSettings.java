package com.modalitysystems.onboarding.directory;

import java.net.URI;
import java.util.UUID;

import com.modalitysystems.onboarding.customer.Secret;
import com.modalitysystems.onboarding.customer.TenantId;
import com.modalitysystems.onboarding.http.ClientCredentials;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How we reach Microsoft Entra and Microsoft Graph, and as whom.
 *
 * @param loginUrl where Entra issues tokens and shows its consent page
 * @param graphUrl where Microsoft Graph lives
 * @param homeTenant our own tenant, in which the application is registered
 * @param clientId id of the application that customers consent to
 * @param clientSecret its secret
 */
@Validated
@ConfigurationProperties("directory.entra")
record EntraSettings(@DefaultValue("https://login.microsoftonline.com") URI loginUrl,
		@DefaultValue("https://graph.microsoft.com") URI graphUrl, @NotNull TenantId homeTenant, @NotNull UUID clientId,
		@NotNull Secret clientSecret) {

	ClientCredentials credentials() {
		return new ClientCredentials(this.loginUrl, this.clientId.toString(), this.clientSecret.reveal());
	}

}
