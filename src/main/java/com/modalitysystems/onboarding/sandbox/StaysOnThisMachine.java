package com.modalitysystems.onboarding.sandbox;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;

/**
 * Refuses to start when a setting of an adapter points outside this machine: whoever
 * plays in the sandbox must never change the real world.
 */
@Profile("sandbox")
@Configuration(proxyBeanMethods = false)
class StaysOnThisMachine {

	private static final List<String> SETTINGS = List.of("directory.entra.login-url", "directory.entra.graph-url",
			"directory.consent.connector-url", "firewall.azure.base-url", "firewall.azure.login-url",
			"conference.pexip.base-url", "spring.mail.host", "sandbox.url");

	// before any bean could call anybody
	@Bean
	static BeanFactoryPostProcessor stayOnThisMachine(Environment environment) {
		return beans -> SETTINGS.forEach(setting -> check(setting, environment.getProperty(setting)));
	}

	static void check(String setting, @Nullable String value) {
		if (value == null || !isHere(host(value))) {
			throw new SandboxRefused(
					"The sandbox speaks only to this machine, but " + setting + " points to " + value + ".",
					"Remove that setting, or start without the profile \"sandbox\".");
		}
	}

	private static String host(String value) {
		String host = value.contains("://") ? URI.create(value).getHost() : value;
		return (host != null) ? host : "";
	}

	private static boolean isHere(String host) {
		try {
			InetAddress address = InetAddress.getByName(host);
			// an empty host would be taken for this one
			return !host.isEmpty()
					&& (address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null);
		}
		catch (UnknownHostException | SocketException ex) {
			return false;
		}
	}

}
