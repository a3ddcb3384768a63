package com.modalitysystems.onboarding.customer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class EmailAddressTests {

	@ParameterizedTest
	@CsvSource({ "anna@contoso.com, anna@contoso.com", "' anna@contoso.com ', anna@contoso.com",
			"Anna.Berg@Contoso.COM, Anna.Berg@contoso.com", "anna+cvi@sub.contoso.co.uk, anna+cvi@sub.contoso.co.uk",
			"o'neil@contoso.com, o'neil@contoso.com", "a@münchen.example, a@xn--mnchen-3ya.example",
			"'\u00a0anna@contoso.com\u00a0', anna@contoso.com" })
	void addressOfOnePersonIsRead(String typed, String value) {
		assertThat(EmailAddress.of(typed)).isEqualTo(new EmailAddress(value)).hasToString(value);
	}

	@Test
	void domainIsThePartBehindTheAtSign() {
		assertThat(EmailAddress.of("anna@Contoso.com").domain()).isEqualTo(new DomainName("contoso.com"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "anna@contoso.com,ben@contoso.com", "anna@contoso.com; ben@contoso.com",
			"anna@contoso.com ben@contoso.com", "anna@contoso.com,", "anna@@contoso.com" })
	void severalRecipientsAreRefused(String typed) {
		assertThat(codeOf(typed)).isEqualTo("email.several");
	}

	@ParameterizedTest
	@ValueSource(strings = { "anna@contoso.com\r\nBcc: ben@contoso.com", "anna@contoso.com\nBcc: x",
			"anna\n@contoso.com", "anna@con\u0000toso.com", "anna@contoso\u2028.com", "anna\u200b@contoso.com",
			"anna@con\u00adtoso.com", "\ufeffanna@contoso.com" })
	void lineBreaksAndWhatCannotBeSeenAreRefused(String typed) {
		assertThat(codeOf(typed)).isEqualTo("controlCharacters");
	}

	@ParameterizedTest
	@ValueSource(strings = { "anna", "@contoso.com", "anna@", "anna@localhost", "anna@contoso", "anna@.com",
			"anna@contoso..com", "anna@-contoso.com", ".anna@contoso.com", "anna.@contoso.com", "an..na@contoso.com",
			"Anna Berg <anna@contoso.com>", "<anna@contoso.com>", "\"Anna\" <anna@contoso.com>",
			"\"an na\"@contoso.com", "an na@contoso.com", "anna@contoso.com (Anna)", "mailto:anna@contoso.com",
			"anna@[203.0.113.7]", "anna@203.0.113.7", "anna@contoso.com>", "anna@contoso.com%0ABcc", "änna@contoso.com",
			"anna@con toso.com", "anna\\@contoso.com" })
	void whatIsNoAddressIsRefused(String typed) {
		assertThat(codeOf(typed)).isEqualTo("email.malformed");
	}

	@Test
	void longAddressIsRefused() {
		assertThat(codeOf("a".repeat(65) + "@contoso.com")).isEqualTo("email.malformed");
		assertThat(codeOf("anna@" + "contoso.".repeat(40) + "com")).isEqualTo("tooLong");
	}

	@ParameterizedTest
	@ValueSource(strings = { "anna@contoso.com\n", "anna@contoso.com ", " anna@contoso.com", "anna@con\ufe0ftoso.com\n",
			"anna@contoso.com,ben@contoso.com", "anna@contoso.com\r\nBcc: ben@contoso.com" })
	void recordHoldsNoLineBreakAndNoSpace(String value) {
		assertThat(catchThrowableOfType(Refused.class, () -> new EmailAddress(value))).isNotNull();
	}

	@Test
	void domainIsKeptAsMailServersReadIt() {
		assertThat(EmailAddress.of("anna@con\ufe0ftoso.com").value()).isEqualTo("anna@contoso.com");
		assertThat(EmailAddress.of("anna@ⓒontoso.com").value()).isEqualTo("anna@contoso.com");
	}

	private static String codeOf(String typed) {
		Refused refused = catchThrowableOfType(Refused.class, () -> EmailAddress.of(typed));
		return (refused != null) ? refused.code() : "accepted";
	}

}
