package com.modalitysystems.onboarding.intake;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

class CallerAddressTests {

	@ParameterizedTest
	@CsvSource({ "198.51.100.20, 198.51.100.20", "198.51.100.20:50123, 198.51.100.20",
			"2a00:1450:4001:812:0:0:0:200e, 2a00:1450:4001:812::200e" })
	void publicAddressIsReadHoweverAProxyWroteIt(String seen, String address) {
		assertThat(seen(seen).asPublic()).hasValueSatisfying(found -> assertThat(found).hasToString(address));
	}

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "0:0:0:0:0:0:0:1", "10.0.0.1", "fe80::1%eth0", "unknown", "", "8.8.8.0/24",
			"<script>" })
	void otherAddressIsNot(String seen) {
		assertThat(seen(seen).asPublic()).isEmpty();
	}

	@Test
	void oneNetworkOfIpv6IsOneSubscriber() {
		assertThat(seen("2a00:1450:4001:812::1").network()).isEqualTo(seen("2A00:1450:4001:812:ffff::2").network())
			.isNotEqualTo(seen("2a00:1450:4001:813::1").network());
		assertThat(seen("198.51.100.20").network()).isNotEqualTo(seen("198.51.100.21").network());
		assertThat(seen("unknown").network()).isEqualTo("unknown");
	}

	@ParameterizedTest
	@CsvSource({ "0:0:0:0:0:0:0:1, ::1", "10.0.0.1, 10.0.0.1", "unknown, unknown" })
	void addressIsShownAsPeopleWriteIt(String seen, String readable) {
		assertThat(seen(seen).readable()).isEqualTo(readable);
	}

	private static CallerAddress seen(String address) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setRemoteAddr(address);
		return CallerAddress.of(request);
	}

}
