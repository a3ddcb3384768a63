package com.modalitysystems.onboarding.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/** The secrets of the sandbox lie open in its source code; they protect nothing. */
final class SandboxSecrets implements Rule {

	private static final String FILE = "application-sandbox.yaml";

	@Override
	public Stream<Problem> problems(Catalogue catalogue, Given given) {
		Set<String> known = known(catalogue);
		return catalogue.settings()
			.stream()
			.filter(Setting::isSecret)
			.filter((setting) -> known.contains(given.text(setting.name())))
			// services that may be a sandbox are told its secrets
			.filter((setting) -> setting.name().startsWith("onboarding.") || !Services.areAllowed(given))
			.map((setting) -> setting.problem("is the sandbox's, which everybody knows"));
	}

	private static Set<String> known(Catalogue catalogue) {
		return sources()
			.flatMap((source) -> catalogue.settings()
				.stream()
				.filter(Setting::isSecret)
				.map((setting) -> source.getProperty(setting.name())))
			.map(String::valueOf)
			.filter((secret) -> !secret.equals("null"))
			.collect(Collectors.toSet());
	}

	private static Stream<PropertySource<?>> sources() {
		try {
			return new YamlPropertySourceLoader().load(FILE, new ClassPathResource(FILE)).stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
