package com.modalitysystems.onboarding.firewall;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

import com.modalitysystems.onboarding.customer.Secret;
import com.modalitysystems.onboarding.http.ClientCredentials;
import com.modalitysystems.onboarding.http.ClientProof;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the firewall lives in Azure, and how we change it.
 *
 * @param baseUrl base URL of Azure Resource Manager
 * @param loginUrl base URL of the sign-in service that gives us tokens for it
 * @param tenantId our own tenant, in which the application lives that may change the
 * security group
 * @param clientId that application's id
 * @param clientSecret that application's secret, unless it has a certificate
 * @param certificate its certificate with the private key, a PKCS#12 file; instead of a
 * secret
 * @param certificatePassword what opens that file
 * @param securityGroup resource id of the network security group to change
 * @param port the port that customers' administrators reach
 * @param priorities the priorities that are ours in the security group
 * @param apiVersion the version of the API of {@code Microsoft.Network} that we speak
 * @param operationTime how long an operation of Azure is followed before it is left to
 * the next attempt
 * @param patience how long to wait while another rule is being written, before the step
 * comes again later
 * @param reconcileEvery how often the security group is compared with our record
 */
@Validated
@ConfigurationProperties("firewall.azure")
record AzureSettings(@DefaultValue("https://management.azure.com") URI baseUrl,
		@DefaultValue("https://login.microsoftonline.com") URI loginUrl, @NotNull UUID tenantId,
		@NotEmpty String clientId, @Nullable Secret clientSecret, @Nullable Path certificate,
		@Nullable Secret certificatePassword, @NotNull @Pattern(regexp = SECURITY_GROUP) String securityGroup,
		@DefaultValue("443") @Min(1) @Max(65535) int port, @DefaultValue("2000-2999") PriorityRange priorities,
		@DefaultValue("2024-05-01") String apiVersion,
		@DefaultValue("20s") @DurationMin(seconds = 1) Duration operationTime,
		@DefaultValue("5s") @DurationMin(seconds = 1) Duration patience,
		@DefaultValue("15m") @DurationMin(seconds = 1) Duration reconcileEvery) {

	static final String SECURITY_GROUP = "/subscriptions/[\\w-]+/resourceGroups/[\\w.()-]+"
			+ "/providers/Microsoft\\.Network/networkSecurityGroups/[\\w.-]+";

	AzureSettings {
		proof(clientSecret, certificate, certificatePassword);
	}

	ClientCredentials credentials() {
		return new ClientCredentials(this.loginUrl, this.clientId,
				proof(this.clientSecret, this.certificate, this.certificatePassword));
	}

	private static ClientProof proof(@Nullable Secret secret, @Nullable Path certificate, @Nullable Secret password) {
		return ClientProof.of("firewall.azure", (secret != null) ? secret.reveal() : null, certificate,
				(password != null) ? password.reveal() : null);
	}

}
