package com.modalitysystems.onboarding.setup;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.setup.PowerShellTokens.Kind;
import com.modalitysystems.onboarding.setup.PowerShellTokens.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PowerShellTextTests {

	/** Pieces of which hostile values are made. */
	static final List<String> HOSTILE = List.of("'", "''", "\u2018", "\u2019", "\u201A", "\u201B", "\"", "\u201C",
			"\u201D", "\u201E", "`", "`'", "$", "$(", ")", "${x}", "$env:PATH", "@'", "'@", "@\"", "\"@", "#", "<#",
			"#>", ";", "&", "|", "{", "}", "\r\n", "\n", "\r", "\t", "\0", "\u0085", "\u2028", "\u2029", "\u202E",
			"\u200B", "\uFEFF", " ", "\u00A0", "é", "株式会社", "\uD83E\uDDC0", "\\", "$1", "$0", "'<tenantId>'", "{0}",
			"Remove-Item C:\\ -Recurse");

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

	@Test
	void whateverIsQuotedIsReadBackAsOneString() {
		hostileTexts(2000).forEach(text -> {
			String assignment = "$a = " + PowerShellText.quote(text) + "\r\n$b = 'x'";
			assertThat(PowerShellTokens.of(assignment)).as(text)
				.containsExactly(new Token(Kind.code, "$a = "), new Token(Kind.verbatim, visible(text)),
						new Token(Kind.code, "\r\n$b = "), new Token(Kind.verbatim, "x"));
		});
	}

	/** Texts put together by chance, the same ones in every run. */
	static Stream<String> hostileTexts(int many) {
		Random random = new Random(20261120);
		return Stream
			.generate(() -> random.ints(1 + random.nextInt(12), 0, HOSTILE.size())
				.mapToObj(HOSTILE::get)
				.collect(Collectors.joining()))
			.limit(many);
	}

	/** The text without what nobody sees. */
	static String visible(String text) {
		return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", " ");
	}

}
