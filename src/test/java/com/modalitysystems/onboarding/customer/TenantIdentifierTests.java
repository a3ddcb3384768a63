package com.modalitysystems.onboarding.customer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class TenantIdentifierTests {

	@ParameterizedTest
	@ValueSource(strings = { "5d6a1c7e-90b2-4c1f-8e55-3a7b2c9d4e10", "5D6A1C7E-90B2-4C1F-8E55-3A7B2C9D4E10",
			"  5d6a1c7e-90b2-4c1f-8e55-3a7b2c9d4e10\n", "\u00a05d6a1c7e-90b2-4c1f-8e55-3a7b2c9d4e10\u00a0" })
	void guidIsReadHoweverItWasPasted(String typed) {
		assertThat(TenantIdentifier.of(Text.oneLine(typed, 253)))
			.isEqualTo(TenantId.of("5d6a1c7e-90b2-4c1f-8e55-3a7b2c9d4e10"));
	}

	@ParameterizedTest
	@CsvSource({ "contoso.com, contoso.com", "CONTOSO.Com, contoso.com",
			"contoso.onmicrosoft.com, contoso.onmicrosoft.com", "münchen.example, xn--mnchen-3ya.example",
			"xn--mnchen-3ya.example, xn--mnchen-3ya.example", "a.co, a.co", "1und1.de, 1und1.de",
			"пример.рф, xn--e1afmkfd.xn--p1ai" })
	void domainIsReadInItsAsciiForm(String typed, String domain) {
		assertThat(TenantIdentifier.of(typed)).isEqualTo(new DomainName(domain));
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "contoso, tenant.malformed", "5d6a1c7e-90b2-4c1f-8e55-3a7b2c9d4e1, tenant.malformed",
					"5d6a1c7e-90b2-4c1f-8e55-3a7b2c9d4e100, tenant.malformed",
					"5d6a1c7e90b24c1f8e553a7b2c9d4e10, tenant.malformed",
					"5d6a1c7e-90b2-4c1f-8e55-3a7b2c9d4e1g, tenant.malformed", "1-1-1-1-1, tenant.malformed",
					"common, tenant.malformed", "organizations, tenant.malformed",
					"00000000-0000-0000-0000-000000000000, tenant.zero",
					"9188040d-6c67-4c5b-b112-36a304b66dad, tenant.consumers",
					"9188040D-6C67-4C5B-B112-36A304B66DAD, tenant.consumers", ".com, tenant.notADomain",
					"contoso., tenant.notADomain", "contoso..com, tenant.notADomain", "-contoso.com, tenant.notADomain",
					"contoso-.com, tenant.notADomain", "contoso.c, tenant.notADomain", "contoso.1, tenant.notADomain",
					"203.0.113.7, tenant.notADomain", "anna@contoso.com, tenant.notADomain",
					"https://contoso.com, tenant.notADomain", "contoso.com/path, tenant.notADomain",
					"contoso .com, tenant.notADomain", "con_toso.com, tenant.notADomain",
					"contoso.com:443, tenant.notADomain", "*.contoso.com, tenant.notADomain",
					"contoso.com?x=1, tenant.notADomain", "../contoso.com, tenant.notADomain",
					"contoso.com%2f, tenant.notADomain" })
	void whatNamesNoTenantIsRefused(String typed, String code) {
		assertThat(codeOf(typed)).isEqualTo(code);
	}

	@Test
	void longDomainIsRefused() {
		assertThat(codeOf("a".repeat(64) + ".com")).isEqualTo("tenant.notADomain");
		assertThat(codeOf("abcdefghi.".repeat(26) + "com")).isEqualTo("tenant.notADomain");
	}

	private static String codeOf(String typed) {
		Refused refused = catchThrowableOfType(Refused.class, () -> TenantIdentifier.of(typed));
		return (refused != null) ? refused.code() : "accepted";
	}

}
