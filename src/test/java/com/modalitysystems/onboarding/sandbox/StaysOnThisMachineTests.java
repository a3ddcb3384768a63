package com.modalitysystems.onboarding.sandbox;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class StaysOnThisMachineTests {

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost:8080/sandbox/graph", "https://127.0.0.1", "http://[::1]:1/", "localhost",
			"127.0.0.2" })
	void thisMachineIsAllowed(String value) {
		assertThatNoException().isThrownBy(() -> StaysOnThisMachine.check("a.setting", value));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "https://graph.microsoft.com", "https://192.0.2.1", "smtp.invalid", "192.0.2.1", "",
			"http:///path" })
	void elsewhereIsNot(String value) {
		assertThatExceptionOfType(SandboxRefused.class).isThrownBy(() -> StaysOnThisMachine.check("a.setting", value))
			.withMessageContaining("a.setting points to");
	}

}
