package com.modalitysystems.onboarding.customer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class PublicAddressTests {

	@ParameterizedTest
	@CsvSource({ "8.8.8.8, 8.8.8.8, 8.8.8.8/32", "' 8.8.8.8 ', 8.8.8.8, 8.8.8.8/32", "8.8.8.8/32, 8.8.8.8, 8.8.8.8/32",
			"1.0.0.1, 1.0.0.1, 1.0.0.1/32", "100.63.255.255, 100.63.255.255, 100.63.255.255/32",
			"100.128.0.0, 100.128.0.0, 100.128.0.0/32", "172.15.255.255, 172.15.255.255, 172.15.255.255/32",
			"172.32.0.0, 172.32.0.0, 172.32.0.0/32", "223.255.255.255, 223.255.255.255, 223.255.255.255/32",
			"2A00:1450:4001:0812:0000:0000:0000:200E, 2a00:1450:4001:812::200e, 2a00:1450:4001:812::200e/128",
			"2a00:1450::1/128, 2a00:1450::1, 2a00:1450::1/128", "2001:200::1, 2001:200::1, 2001:200::1/128" })
	void publicAddressIsReadInItsCanonicalSpelling(String typed, String value, String prefix) {
		PublicAddress address = PublicAddress.of(typed);
		assertThat(address.value()).isEqualTo(value);
		assertThat(address.asPrefix()).isEqualTo(prefix);
		assertThat(new PublicAddress(value)).isEqualTo(address);
	}

	@ParameterizedTest
	@ValueSource(strings = { "192.0.2.1", "198.51.100.7", "203.0.113.9", "2001:db8::7", "3fff::1" })
	void addressOfBooksIsOddButPossible(String typed) {
		assertThat(PublicAddress.of(typed).isDocumentation()).isTrue();
	}

	@Test
	void addressOfSomebodyIsNotOdd() {
		assertThat(PublicAddress.of("8.8.8.8").isDocumentation()).isFalse();
		assertThat(PublicAddress.of("2a00:1450::1").isDocumentation()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "10.0.0.1, address.private", "10.255.255.255, address.private", "172.16.0.1, address.private",
			"172.31.255.255, address.private", "192.168.1.1, address.private", "fc00::1, address.private",
			"fd12:3456::1, address.private", "fec0::1, address.private", "127.0.0.1, address.loopback",
			"127.255.255.254, address.loopback", "::1, address.loopback", "0:0:0:0:0:0:0:1, address.loopback",
			"169.254.169.254, address.linkLocal", "fe80::1, address.linkLocal", "febf::1, address.linkLocal",
			"100.64.0.1, address.shared", "100.127.255.255, address.shared", "224.0.0.1, address.multicast",
			"239.255.255.250, address.multicast", "ff02::1, address.multicast", "255.255.255.255, address.broadcast",
			"0.0.0.0, address.unspecified", "0.1.2.3, address.unspecified", "::, address.unspecified",
			"::ffff:10.0.0.1, address.translated", "::ffff:8.8.8.8, address.translated",
			"::ffff:0808:0808, address.translated", "0:0:0:0:0:ffff:7f00:1, address.translated",
			"::ffff:0:8.8.8.8, address.translated", "::8.8.8.8, address.translated",
			"64:ff9b::8.8.8.8, address.translated", "64:ff9b:1::1, address.translated",
			"2002:808:808::1, address.translated", "2001:0:4136:e378:8000:63bf:3fff:fdd2, address.translated",
			"192.0.0.1, address.reserved", "192.88.99.1, address.reserved", "198.18.0.1, address.reserved",
			"198.19.255.255, address.reserved", "240.0.0.1, address.reserved", "255.255.255.254, address.reserved",
			"100::1, address.reserved", "2001:2::1, address.reserved", "2001:10::1, address.reserved",
			"2001:20::1, address.reserved", "5f00::1, address.reserved", "4000::1, address.reserved",
			"e000::1, address.reserved" })
	void addressThatIsNotPublicIsRefusedByItsKind(String typed, String code) {
		assertThat(codeOf(typed)).isEqualTo(code);
	}

	@ParameterizedTest
	@ValueSource(strings = { "8.8.8.0/24", "8.8.8.8/31", "0.0.0.0/0", "2a00:1450::/32", "2a00:1450::1/127" })
	void rangeWiderThanOneHostIsRefused(String typed) {
		assertThat(codeOf(typed)).isEqualTo("address.range");
	}

	@ParameterizedTest
	@ValueSource(strings = { "8.8.8", "8.8.8.8.8", "8.8.8.256", "8.8.8.-1", "134744072", "0x08080808", "0x8.8.8.8",
			"010.8.8.8", "08.8.8.8", "8.8.8.8/33", "8.8.8.8/-1", "8.8.8.8/255.255.255.255", "8.8.8.8:443", "8.8.8.*",
			"8.8.8.8-9", "8.8.8.8,9", "8.8.8._", "*", "*:*", "%", "/", "/32", "localhost", "contoso.com", "8.8.8.8 9",
			"8.8.8.8, 8.8.4.4", "8.8.8.8;8.8.4.4", "８.8.8.8", "٨.٨.٨.٨", "8。8。8。8", "[2a00:1450::1]",
			"2a00:1450::1%eth0", "fe80::1%1", "2a00::1450::1", ":::", "2a00:1450:1", "2a00:1450::g", "12345::",
			"2a00:1450::1/129", "2a00:1450::8.8.8.8.8", "2a00:1450:*", "2a00:1450::1-5", "=8.8.8.8", "http://8.8.8.8",
			"8.8.8.8/", "1-2.3.4.5", "4)+k&C#VzJ4br>0wv%Yp" })
	void whatIsNotOneAddressIsRefused(String typed) {
		assertThat(codeOf(typed)).isIn("address.malformed", "address.range");
	}

	@ParameterizedTest
	@ValueSource(strings = { "8.8.8.0/24", "8.8.8.8/32", "8.8.8.*", "8.8.8.8-9" })
	void recordHoldsNothingButOneAddress(String value) {
		assertThat(catchThrowableOfType(Refused.class, () -> new PublicAddress(value))).isNotNull();
	}

	private static String codeOf(String typed) {
		Refused refused = catchThrowableOfType(Refused.class, () -> PublicAddress.of(typed));
		return (refused != null) ? refused.code() : "accepted";
	}

}
