package com.modalitysystems.onboarding.sandbox;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Profile;

/**
 * What exists in the simulated world.
 *
 * @param url where the sandbox is reached
 * @param smtpPort port of its mail server; a free one is chosen when it is not set
 * @param databaseDurable whether the embedded database survives a crash of the machine
 * @param homeTenant GUID of our own tenant
 * @param redirectUris where the consent page may send a person back to
 * @param applications the applications that are registered in our tenant
 * @param securityGroup resource id of the only network security group
 * @param operationPolls how often a running Azure operation is seen before it ends
 * @param retryAfter how long Azure asks us to wait before we look at a running operation,
 * in whole seconds
 * @param operationLimit when a running Azure operation ends although nobody looks
 * @param spreadingLooks how often a tenant still says no after a consent that spreads
 * @param pexip the Pexip management node
 * @param webhookSecret with what the calls of its webhooks are signed
 */
@Profile("sandbox")
@ConfigurationProperties("sandbox")
record SandboxSettings(URI url, int smtpPort, @DefaultValue("on") String databaseDurable, UUID homeTenant,
		@DefaultValue List<URI> redirectUris, @DefaultValue List<Application> applications, String securityGroup,
		@DefaultValue("1") int operationPolls, @DefaultValue("PT1S") Duration retryAfter,
		@DefaultValue("PT3S") Duration operationLimit, @DefaultValue("3") int spreadingLooks, Pexip pexip,
		String webhookSecret) {

	Optional<Application> application(String clientId) {
		return this.applications.stream()
			.filter(application -> application.clientId().toString().equalsIgnoreCase(clientId))
			.findFirst();
	}

	/**
	 * An application registered in our tenant.
	 *
	 * @param name as the consent page shows it
	 * @param clientId its application id
	 * @param secret its only client secret
	 * @param multiTenant whether other tenants may consent to it
	 * @param azureContributor whether it may change the network security group
	 * @param homeRoles what it may do in Microsoft Graph for our own tenant
	 */
	record Application(String name, UUID clientId, String secret, @DefaultValue("false") boolean multiTenant,
			@DefaultValue("false") boolean azureContributor, @DefaultValue List<String> homeRoles) {
	}

	/**
	 * The Pexip management node.
	 *
	 * @param username who may call its API
	 * @param password with which password
	 * @param clientId the OAuth2 client that may call it, too
	 * @param publicKey with which key on P-256, in base64
	 * @param teamsLicences how many Teams tenants the licence allows
	 */
	record Pexip(String username, String password, String clientId, String publicKey,
			@DefaultValue("10000") int teamsLicences) {
	}

}
