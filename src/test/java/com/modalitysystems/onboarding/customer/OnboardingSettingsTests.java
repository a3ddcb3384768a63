package com.modalitysystems.onboarding.customer;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.NestedExceptionUtils;
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

	@Test
	void theColoursOfTheHouseAreGoodEnoughForItself() {
		assertThat(bind(Map.of()).brand().hasOurColours()).isTrue();
		assertThat(bind(Map.of("onboarding.brand.accent", "#5b2da3")).brand().hasOurColours()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "onboarding.brand.accent, #74cbd9, too pale to be read on our light pages: its contrast is 1.7",
			"onboarding.brand.accent, #767676, too pale to be read on our light pages: its contrast is 4.0",
			"onboarding.brand.accent-dark, #0b5c6b, too dark to be read on our dark pages: its contrast is 2.0" })
	void aColourThatCannotBeReadIsRefusedInWords(String setting, String colour, String words) {
		assertThat(catchThrowableOfType(BindException.class, () -> bind(Map.of(setting, colour)))).rootCause()
			.hasMessage(setting + " is " + words + ", and must be 4.5 or more");
	}

	@Test
	void logoIsASmallPicture(@TempDir Path folder) throws IOException {
		Path logo = folder.resolve("logo");
		assertThat(refusalOf(logo)).isEqualTo("onboarding.brand.logo cannot be read");
		Files.writeString(logo, "GIF89a");
		assertThat(refusalOf(logo)).isEqualTo("onboarding.brand.logo must be an SVG or a PNG file");
		Files.writeString(logo, "<svg>" + " ".repeat(20 * 1024) + "</svg>");
		assertThat(refusalOf(logo)).isEqualTo("onboarding.brand.logo must not be larger than 20 KB");
		Files.writeString(logo, "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
		assertThat(bind(Map.of("onboarding.brand.logo", logo.toString())).brand().logo()).isEqualTo(logo);
	}

	@Test
	void supportPageIsNotReadByOthers() {
		assertThat(catchThrowableOfType(BindException.class,
				() -> bind(Map.of("onboarding.support-page", "http://example.com/help"))))
			.rootCause()
			.hasMessage("onboarding.support-page must begin with https://");
	}

	private static String refusalOf(Path logo) {
		return NestedExceptionUtils
			.getMostSpecificCause(catchThrowableOfType(BindException.class,
					() -> bind(Map.of("onboarding.brand.logo", logo.toString()))))
			.getMessage();
	}

	private static OnboardingSettings bind(Map<String, String> settings) {
		Map<String, String> all = new HashMap<>(Map.of("onboarding.public-url", "https://onboarding.videosrv.net",
				"onboarding.link-secret", LONG_ENOUGH));
		all.putAll(settings);
		return new Binder(new MapConfigurationPropertySource(all)).bindOrCreate("onboarding", OnboardingSettings.class);
	}

}
