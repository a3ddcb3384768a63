package com.modalitysystems.onboarding.conference;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;

import com.modalitysystems.onboarding.customer.Secret;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the Pexip platform is, and what customers get on it.
 *
 * @param baseUrl base URL of the Management Node
 * @param username the account of ours on it
 * @param password that account's password
 * @param connectorAddress the host name of the Teams Connector
 * @param connectorPort the port of the Teams Connector
 * @param aliasDomain the domain behind each tenant key
 * @param instructionHost the host that shows ways to dial in
 * @param trustedApplicationId the application of the Teams Connector that may bypass the
 * lobby
 * @param testAlias the alias of the test call, without the domain
 * @param conferenceId what the number of a meeting looks like, as a regular expression
 * @param guestPriority the priority of all customers' rules for guests; shared, since
 * their patterns never match the same call
 * @param trustedPriority the priority of all customers' rules for registered rooms
 * @param reservedAliases what no customer gets as its alias
 * @param patience how long to wait while the same customer is worked on elsewhere
 */
@Validated
@ConfigurationProperties("conference.pexip")
record PexipSettings(@NotNull URI baseUrl, @NotEmpty String username, @NotNull Secret password,
		@NotNull @Pattern(regexp = HOST) String connectorAddress,
		@DefaultValue("443") @Min(1) @Max(65535) int connectorPort, @NotNull @Pattern(regexp = HOST) String aliasDomain,
		@NotNull @Pattern(regexp = HOST) String instructionHost, @NotNull UUID trustedApplicationId,
		@DefaultValue("test_call") @Pattern(regexp = "[\\w.-]+") String testAlias,
		@DefaultValue("\\d{9,13}") @NotEmpty String conferenceId,
		@DefaultValue("120") @Min(1) @Max(200) int guestPriority,
		@DefaultValue("110") @Min(1) @Max(200) int trustedPriority, @DefaultValue( {
				"abuse", "admin", "administrator", "call", "conference", "guest", "help", "info", "ivr", "lobby",
				"meet", "meeting", "meetings", "microsoft", "modality", "onemeeting", "pexip", "postmaster", "root",
				"service", "sip", "support", "teams", "test", "test-call", "trusted", "webmaster",
				"www" }) Set<String> reservedAliases,
		@DefaultValue("15s") Duration patience){

	static final String HOST = "[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?";

}
