package com.modalitysystems.onboarding.conference;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TenantKeyTests {

	private static final String CONFERENCE_ID = "\\d{9,13}";

	private final TenantKey acme = new TenantKey("acme", "videosrv.net");

	@Test
	void itReadsAsAnAddress() {
		assertThat(this.acme).hasToString("acme@videosrv.net");
	}

	@Test
	void thePatternFindsTheMeetingsNumber() {
		Matcher dialled = pattern(this.acme).matcher("acme.1234567890@videosrv.net");
		assertThat(dialled.find()).isTrue();
		assertThat(dialled.group(1)).isEqualTo("1234567890");
	}

	@Test
	void theReceptionsReplacementIsWhatThePatternMatches() {
		String dialled = "1234567890".replaceAll("(.*)", this.acme.in("{prefix}\\1@{domain}").replace("\\1", "$1"))
			.substring(0, "acme.1234567890@videosrv.net".length());
		assertThat(pattern(this.acme).matcher(dialled).find()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "acme.eu.1234567890@videosrv.net", "xacme.1234567890@videosrv.net",
			"acme-eu.1234567890@videosrv.net", "acmex1234567890@videosrv.net", "acme.1234567890@videosrvxnet",
			"acme.1234567890@videosrv.net.example", "other.acme.1234567890@videosrv.net", "acme.12345678@videosrv.net",
			"acme@videosrv.net" })
	void nobodyElsesCallsMatch(String dialled) {
		assertThat(pattern(this.acme).matcher(dialled).find()).isFalse();
	}

	@Test
	void patternsOfAliasesThatBeginAlikeDoNotOverlap() {
		assertThat(pattern(new TenantKey("acme-eu", "videosrv.net")).matcher("acme.1234567890@videosrv.net").find())
			.isFalse();
		assertThat(pattern(this.acme).matcher("acme-eu.1234567890@videosrv.net").find()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "acme.eu", "Acme", "acme@x", "a b", "-acme", "acme-", "(acme", ".*" })
	void anAliasThatCouldReachIntoAnotherOneIsRefused(String alias) {
		assertThatIllegalArgumentException().isThrownBy(() -> new TenantKey(alias, "videosrv.net"));
	}

	private static Pattern pattern(TenantKey key) {
		return Pattern.compile(key.inPattern("^{prefix}(" + CONFERENCE_ID + ")@{domain}$"));
	}

}
