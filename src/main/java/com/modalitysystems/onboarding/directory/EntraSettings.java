package com.modalitysystems.onboarding.directory;

import java.net.URI;
import java.nio.file.Path;
import java.util.UUID;

import com.modalitysystems.onboarding.customer.Secret;
import com.modalitysystems.onboarding.customer.TenantId;
import com.modalitysystems.onboarding.http.ClientCredentials;
import com.modalitysystems.onboarding.http.ClientProof;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

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
 * @param clientSecret its secret, unless it has a certificate
 * @param certificate its certificate with the private key, a PKCS#12 file; instead of a
 * secret
 * @param certificatePassword what opens that file
 */
@Validated
@ConfigurationProperties("directory.entra")
record EntraSettings(@DefaultValue("https://login.microsoftonline.com") URI loginUrl,
		@DefaultValue("https://graph.microsoft.com") URI graphUrl, @NotNull TenantId homeTenant, @NotNull UUID clientId,
		@Nullable Secret clientSecret, @Nullable Path certificate, @Nullable Secret certificatePassword) {

	EntraSettings {
		proof(clientSecret, certificate, certificatePassword);
	}

	ClientCredentials credentials() {
		return new ClientCredentials(this.loginUrl, this.clientId.toString(),
				proof(this.clientSecret, this.certificate, this.certificatePassword));
	}

	private static ClientProof proof(@Nullable Secret secret, @Nullable Path certificate, @Nullable Secret password) {
		return ClientProof.of("directory.entra", (secret != null) ? secret.reveal() : null, certificate,
				(password != null) ? password.reveal() : null);
	}

}
