package com.modalitysystems.onboarding.customer;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class OnboardingSettingsTests {

	private static final String LONG_ENOUGH = "a-secret-of-32-characters-123456";

	private static final String TOO_SHORT = LONG_ENOUGH.substring(1);

	@Test
	void secretsOf32CharactersAreLongEnough() {
		OnboardingSettings settings = bind(Map.of("onboarding.previous-link-secret", LONG_ENOUGH));
		assertThat(settings.linkSecret().reveal()).isEqualTo(LONG_ENOUGH);
		assertThat(settings.previousLinkSecret()).isEqualTo(settings.linkSecret());
	}

	@Test
	void thereNeedNotBeAPreviousSecret() {
		assertThat(bind(Map.of()).previousLinkSecret()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "onboarding.link-secret", "onboarding.previous-link-secret" })
	void aSecretThatCanBeGuessedIsRefusedByNameAndNotShown(String setting) {
		BindException refused = catchThrowableOfType(BindException.class, () -> bind(Map.of(setting, TOO_SHORT)));
		assertThat(refused).rootCause().hasMessageStartingWith(setting + " ").hasMessageContaining("32 characters");
		StringWriter everything = new StringWriter();
		refused.printStackTrace(new PrintWriter(everything));
		assertThat(everything.toString()).doesNotContain(TOO_SHORT);
		assertThat(String.valueOf(refused.getProperty())).doesNotContain(TOO_SHORT);
	}

	@Test
	void anEmptySecretIsRefusedToo() {
		assertThat(catchThrowableOfType(BindException.class, () -> bind(Map.of("onboarding.previous-link-secret", ""))))
			.rootCause()
			.hasMessageStartingWith("onboarding.previous-link-secret ");
	}

	private static OnboardingSettings bind(Map<String, String> settings) {
		Map<String, String> all = new HashMap<>(Map.of("onboarding.public-url", "https://onboarding.videosrv.net",
				"onboarding.link-secret", LONG_ENOUGH));
		all.putAll(settings);
		return new Binder(new MapConfigurationPropertySource(all)).bindOrCreate("onboarding", OnboardingSettings.class);
	}

}
