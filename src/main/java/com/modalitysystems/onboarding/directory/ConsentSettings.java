package com.modalitysystems.onboarding.directory;

import java.net.URI;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

import com.modalitysystems.onboarding.customer.Permission;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How customers consent, and to what.
 *
 * @param via whose page the administrator consents on
 * @param connectorUrl the Teams Connector's own consent page, needed for
 * {@code via: connector}
 * @param requiredPermissions the permissions without which the service does not work, by
 * their names in Microsoft Graph, beside {@code User.Read.All}, with which we verify; the
 * four of Microsoft's page on Cloud Video Interop unless told otherwise
 */
@ConfigurationProperties("directory.consent")
record ConsentSettings(@DefaultValue("entra") Via via, @Nullable URI connectorUrl, @DefaultValue( {
		"Calls.JoinGroupCall.All", "Calls.JoinGroupCallAsGuest.All", "Calls.AccessMedia.All",
		"OnlineMeetings.Read.All" }) Set<String> requiredPermissions){

	ConsentSettings {
		if (via == Via.connector && connectorUrl == null) {
			throw new IllegalArgumentException("directory.consent.connector-url is needed for via: connector");
		}
		requiredPermissions.forEach(ConsentSettings::permission);
	}

	Set<Permission> required() {
		return this.requiredPermissions.stream().map(ConsentSettings::permission).collect(Collectors.toSet());
	}

	/** The required ones, and the one with which the tenant tells who it is. */
	Set<Permission> needed() {
		Set<Permission> needed = EnumSet.of(Permission.USER_READ_ALL);
		needed.addAll(required());
		return needed;
	}

	// Microsoft's own pages differ in the case of letters
	private static Permission permission(String name) {
		return Arrays.stream(Permission.values())
			.filter((permission) -> permission.graphName().equalsIgnoreCase(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(
					"directory.consent.required-permissions names " + name + ", which we do not ask for"));
	}

	/** Whose page the administrator consents on. */
	enum Via {

		/** Microsoft's, which sends them back to us. */
		entra,
		/** The Teams Connector's, which sends nobody back: we find out by looking. */
		connector

	}

}
