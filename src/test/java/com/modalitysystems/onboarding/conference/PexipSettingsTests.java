package com.modalitysystems.onboarding.conference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.core.NestedExceptionUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class PexipSettingsTests {

	private static final Map<String, String> ENOUGH = Map.of("base-url", "https://pexip.example.com", "username", "us",
			"password", "secret", "connector-address", "connector.example.com", "alias-domain", "videosrv.net",
			"instruction-host", "px-eu.videosrv.net", "trusted-application-id", Adapters.APPLICATION.toString());

	@Test
	void whatIsLeftOutIsAsUsual() {
		PexipSettings settings = bind(ENOUGH);
		assertThat(settings.dialling()).isEqualTo(Adapters.DIALLING);
		assertThat(settings.ownPriorities()).isNull();
		assertThat(settings.countLicences()).isTrue();
		TenantKey acme = new TenantKey("acme", "videosrv.net");
		assertThat(settings.pattern(acme)).isEqualTo("^acme\\.(\\d{9,13})@videosrv\\.net$");
		assertThat(settings.instructions(acme)).isEqualTo(
				"https://px-eu.videosrv.net/teams/?conf={ConfId}&ivr=acme&d=videosrv.net&test=test_call&prefix=acme.&w");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "trusted-priority | 120 | must be lower", "trusted-priority | 150 | must be lower",
					"client-id | x | one way to log in", "password | '' | password is missing",
					"own-priorities | 0-5 | a range within 1-200", "own-priorities | 50-201 | a range within 1-200",
					"own-priorities | 9-5 | a range within 1-200", "own-priorities | many | a range within 1-200",
					"dialling.rule-match | .*@{domain} | must contain {prefix}",
					"dialling.instruction-uri | https://x/ | {ConfId}",
					"dialling.instruction-uri | http://x/{ConfId} | https://" })
	void whatCannotBeUsedIsSaidWithItsName(String setting, String value, String sentence) {
		Map<String, String> given = new HashMap<>(ENOUGH);
		given.put(setting, value);
		BindException refused = catchThrowableOfType(BindException.class, () -> bind(given));
		assertThat(NestedExceptionUtils.getMostSpecificCause(refused)).isInstanceOf(IllegalArgumentException.class)
			.hasMessageStartingWith("conference.pexip." + setting)
			.hasMessageContaining(sentence);
	}

	private static PexipSettings bind(Map<String, String> given) {
		Map<String, String> named = new HashMap<>();
		given.forEach((name, value) -> named.put("conference.pexip." + name, value));
		return new Binder(List.of(new MapConfigurationPropertySource(named)), null,
				ApplicationConversionService.getSharedInstance(), null)
			.bind("conference.pexip", PexipSettings.class)
			.get();
	}

}
