package com.modalitysystems.onboarding.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;

/**
 * Chooses the ports of the sandbox before anything starts, so that the settings which
 * point at it can name them.
 */
class SandboxEnvironment implements EnvironmentPostProcessor, Ordered {

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (!environment.acceptsProfiles(Profiles.of("sandbox"))) {
			return;
		}
		Map<String, Object> chosen = new HashMap<>();
		String port = environment.getProperty("server.port", "8080");
		chosen.put("server.port", port.equals("0") ? freePort() : port);
		chosen.put("sandbox.smtp-port", environment.getProperty("sandbox.smtp-port", String.valueOf(freePort())));
		environment.getPropertySources().addFirst(new MapPropertySource("sandbox", chosen));
	}

	@Override
	public int getOrder() {
		return ConfigDataEnvironmentPostProcessor.ORDER + 1;
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
