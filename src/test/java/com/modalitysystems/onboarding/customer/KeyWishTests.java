package com.modalitysystems.onboarding.customer;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class KeyWishTests {

	@ParameterizedTest
	@CsvSource({ "contoso, contoso", "' Contoso ', contoso", "3M, 3m", "a-1, a-1" })
	void whatEveryRemoteControlHasIsTaken(String typed, String wish) {
		assertThat(KeyWish.of(typed)).hasToString(wish);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a", "contoso@videosrv.net", "acme.eu", "müller", "123", "-acme", "acme-", "a--b",
			"a b", "a\nb", "abcdefghijklmnopqrstuvwxyz-abcd" })
	void nothingElseIs(String typed) {
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> KeyWish.of(typed))
			.extracting(Refused::code)
			.isEqualTo("keyWish.malformed");
	}

}
