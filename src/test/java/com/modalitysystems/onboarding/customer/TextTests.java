package com.modalitysystems.onboarding.customer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class TextTests {

	@ParameterizedTest
	@ValueSource(strings = { "Contoso, Ltd", "  Contoso, Ltd\t", "\u00a0\u2003Contoso, Ltd\u3000\r\n" })
	void spaceAroundIsNotText(String typed) {
		assertThat(Text.oneLine(typed, 200)).isEqualTo("Contoso, Ltd");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Bäcker & Söhne GmbH", "株式会社コントソ", "שלום", "O’Neil <b>", "=1+1", "Contoso 🎥" })
	void companiesMayBeCalledAlmostAnything(String typed) {
		assertThat(Text.oneLine(typed, 200)).isEqualTo(typed);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " ", "\t\n", "\u00a0", "\u2003\u3000" })
	void nothingIsMissing(String typed) {
		assertThat(codeOf(typed)).isEqualTo("missing");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Con\u0000toso", "Con\ntoso", "Con\rtoso", "Con\ttoso", "Con\u001btoso", "Con\u007ftoso",
			"Con\u0085toso", "Con\u2028toso", "Con\u2029toso", "Con\u200btoso", "Con\u202etoso", "Con\u2066toso",
			"Con\ufefftoso", "Con\u00adtoso", "Con\ud800toso", "Con\ue000toso", "\u200b", "\u3164", "Con\u2800toso",
			"\uffa0", "\u115f" })
	void whatCannotBeSeenIsRefused(String typed) {
		assertThat(codeOf(typed)).isEqualTo("controlCharacters");
	}

	@Test
	void lengthIsBounded() {
		assertThat(Text.oneLine(" " + "x".repeat(200) + " ", 200)).hasSize(200);
		assertThat(codeOf("x".repeat(201))).isEqualTo("tooLong");
	}

	@Test
	void freeTextKeepsItsLines() {
		assertThat(FreeText.of(" The wrong tenant.\r\nPlease\tstop.\n").value())
			.isEqualTo("The wrong tenant.\nPlease\tstop.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\u0000b", "a\u001bb", "a\u202eb", "\u200b" })
	void freeTextHidesNothing(String typed) {
		Refused refused = catchThrowableOfType(Refused.class, () -> FreeText.of(typed));
		assertThat(refused.code()).isEqualTo("controlCharacters");
	}

	@Test
	void freeTextIsThereAndBounded() {
		assertThat(catchThrowableOfType(Refused.class, () -> FreeText.of(" \n ")).code()).isEqualTo("missing");
		assertThat(catchThrowableOfType(Refused.class, () -> FreeText.of("x".repeat(2001))).code())
			.isEqualTo("tooLong");
	}

	private static String codeOf(String typed) {
		Refused refused = catchThrowableOfType(Refused.class, () -> Text.oneLine(typed, 200));
		return (refused != null) ? refused.code() : "accepted";
	}

}
