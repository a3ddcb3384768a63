package com.modalitysystems.onboarding.conference;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;

import com.modalitysystems.onboarding.customer.Secret;
import jakarta.validation.Valid;
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
 * Where the Pexip platform is, and what customers get on it.
 *
 * @param baseUrl base URL of the Management Node
 * @param username the account of ours on it; not for an OAuth2 client
 * @param password that account's password
 * @param clientId the id of the OAuth2 client of ours on it, instead of {@code username}
 * @param privateKey that client's private key in PEM, as Pexip shows it once
 * @param tokenScope the scope to ask tokens for; none unless told otherwise, as Pexip's
 * own command line does
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
 * @param trustedPriority the priority of all customers' rules for registered rooms, which
 * must be looked at first: lower than that for guests
 * @param ownPriorities a range within 1-200, such as {@code 50-199}, from which each
 * customer's rules get two priorities of their own; without it all customers share
 * {@code trusted-priority} and {@code guest-priority}
 * @param countLicences whether to look for a free Teams licence before a customer's first
 * object; only to be switched off where the platform does not count them
 * @param licenceReserve how many Teams licences are kept back for customers that are set
 * up by hand
 * @param reservedAliases what no customer gets as its alias
 * @param dialling how what is dialled becomes a meeting
 * @param patience how long to wait while the same customer is worked on elsewhere
 */
@Validated
@ConfigurationProperties("conference.pexip")
record PexipSettings(@NotNull URI baseUrl, @Nullable String username, @Nullable Secret password,
		@Nullable String clientId, @Nullable Secret privateKey, @DefaultValue("") String tokenScope,
		@NotNull @Pattern(regexp = HOST) String connectorAddress,
		@DefaultValue("443") @Min(1) @Max(65535) int connectorPort, @NotNull @Pattern(regexp = HOST) String aliasDomain,
		@NotNull @Pattern(regexp = HOST) String instructionHost, @NotNull UUID trustedApplicationId,
		@DefaultValue("test_call") @Pattern(regexp = "[\\w.-]+") String testAlias,
		@DefaultValue("\\d{9,13}") @NotEmpty String conferenceId,
		@DefaultValue("120") @Min(1) @Max(200) int guestPriority,
		@DefaultValue("110") @Min(1) @Max(200) int trustedPriority, @Nullable PriorityRange ownPriorities,
		@DefaultValue("true") boolean countLicences, @DefaultValue("0") @Min(0) int licenceReserve, @DefaultValue( {
				"abuse", "admin", "administrator", "call", "conference", "guest", "help", "info", "ivr", "lobby",
				"meet", "meeting", "meetings", "microsoft", "modality", "onemeeting", "pexip", "postmaster", "root",
				"service", "sip", "support", "teams", "test", "test-call", "trusted", "webmaster",
				"www" }) Set<String> reservedAliases,
		@DefaultValue @Valid Dialling dialling, @DefaultValue("15s") @DurationMin(seconds = 1) Duration patience){

	PexipSettings {
		// refuses what is missing or too much
		new PexipAccount(username, password, clientId, privateKey, tokenScope);
		if (trustedPriority >= guestPriority) {
			throw new IllegalArgumentException("conference.pexip.trusted-priority must be lower than"
					+ " conference.pexip.guest-priority, or trusted rooms would be let in as guests");
		}
	}

	PexipAccount account() {
		return new PexipAccount(this.username, this.password, this.clientId, this.privateKey, this.tokenScope);
	}

	/** A regular expression of what is dialled for a customer's meetings. */
	String pattern(TenantKey key) {
		return key.inPattern(this.dialling.ruleMatch().replace("{number}", this.conferenceId));
	}

	/** Where a meeting of a customer's leads for more ways to dial in. */
	String instructions(TenantKey key) {
		return key.in(this.dialling.instructionUri()
			.replace("{host}", this.instructionHost)
			.replace("{test}", this.testAlias));
	}

	static final String HOST = "[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?";

	/**
	 * How what is dialled becomes a meeting. Pexip does not document all of it: prove it
	 * on your version before the first customer.
	 *
	 * @param lookupMatch what the virtual reception takes of the number under which Teams
	 * found a meeting, as a regular expression
	 * @param lookupReplacement what it makes of it, which a routing rule of the customer
	 * must match; prefix and domain in braces stand for the customer's
	 * @param ruleMatch what the routing rules match, as a regular expression; prefix and
	 * domain in braces stand for the customer's, number for conference-id
	 * @param ruleReplacement what they make of it for Teams: the bare number
	 * @param trustRegistered whether rooms that are registered on Pexip get a rule of
	 * their own, by which Teams takes them for members of the customer's organization
	 * @param instructionUri where invitations lead for more ways to dial in; ConfId is
	 * Microsoft's, the other words in braces stand for settings of ours and the
	 * customer's key
	 */
	record Dialling(@DefaultValue("(.*)") String lookupMatch,
			@DefaultValue("{prefix}\\1@{domain}") String lookupReplacement,
			@DefaultValue("^{prefix}({number})@{domain}$") String ruleMatch,
			@DefaultValue("\\1") String ruleReplacement, @DefaultValue("true") boolean trustRegistered,
			@DefaultValue(INSTRUCTION_URI) String instructionUri) {

		// the flag w and the order are those of Pexip's own page
		private static final String INSTRUCTION_URI = "https://{host}/teams/?conf={ConfId}&ivr={alias}&d={domain}"
				+ "&test={test}&prefix={prefix}&w";

		Dialling {
			if (!ruleMatch.contains("{prefix}")) {
				throw new IllegalArgumentException("conference.pexip.dialling.rule-match must contain {prefix}:"
						+ " it keeps customers' calls apart");
			}
			if (!instructionUri.startsWith("https://") || !instructionUri.contains("{ConfId}")) {
				throw new IllegalArgumentException("conference.pexip.dialling.instruction-uri must begin with https://"
						+ " and contain Microsoft's {ConfId}");
			}
		}

	}

}
