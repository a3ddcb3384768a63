package com.modalitysystems.onboarding.settings;

import java.util.List;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Profiles;

/**
 * Lets the application start only with everything that it must be told. The sandbox
 * brings its own.
 */
public final class BeforeTheStart implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		if (context.getEnvironment().acceptsProfiles(Profiles.of("sandbox"))) {
			return;
		}
		List<Problem> problems = Inspection.of(context.getEnvironment());
		if (!problems.isEmpty()) {
			throw new SettingsRefused(problems);
		}
	}

}
