package com.modalitysystems.onboarding.setup;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PowerShellTextTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			Contoso                    | 'Contoso'
			O'Neil                     | 'O''Neil'
			'; Remove-Item C:\\ -Recurse; ' | '''; Remove-Item C:\\ -Recurse; '''
			$(Get-Date) `n $env:PATH   | '$(Get-Date) `n $env:PATH'
			\u2018a\u2019b\u201Ac\u201Bd | '\u2018\u2018a\u2019\u2019b\u201A\u201Ac\u201B\u201Bd'
			https://x/?a={ConfId}&b    | 'https://x/?a={ConfId}&b'
			$1 \\1                     | '$1 \\1'
			""")
	void textIsQuotedSoThatNothingEndsTheQuote(String text, String quoted) {
		assertThat(PowerShellText.quote(text)).isEqualTo(quoted);
	}

	@Test
	void textStaysOnItsLine() {
		assertThat(PowerShellText.quote("a\r\nb\u2028c\u0000d\u202Ee\n# f")).isEqualTo("'a  b c d e # f'");
	}

}
