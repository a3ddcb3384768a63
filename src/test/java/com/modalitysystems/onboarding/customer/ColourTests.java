package com.modalitysystems.onboarding.customer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class ColourTests {

	// as the contrast checkers of WebAIM and of browsers have it
	@ParameterizedTest
	@CsvSource({ "#000000, #ffffff, 21", "#ffffff, #ffffff, 1", "#767676, #ffffff, 4.54", "#ff0000, #ffffff, 4.00",
			"#0b5c6b, #ffffff, 7.62" })
	void contrastIsThatOfWcag(String one, String other, double ratio) {
		assertThat(Colour.of(one).contrastTo(Colour.of(other))).isCloseTo(ratio, within(0.01));
		assertThat(Colour.of(other).contrastTo(Colour.of(one))).isCloseTo(ratio, within(0.01));
	}

	@Test
	void aColourIsWrittenAsItIsRead() {
		assertThat(Colour.of(" #0B5c6b ")).hasToString("#0b5c6b");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "teal", "#fff", "#0b5c6", "0b5c6b", "#0b5c6g", "rgb(1,2,3)", "#0b5c6b;}" })
	void whatIsNoColourIsRefused(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> Colour.of(text));
	}

	@Test
	void aTintLiesBetweenColourAndGround() {
		assertThat(Colour.of("#000000").over(Colour.of("#ffffff"), 0.2)).isEqualTo(Colour.of("#cccccc"));
	}

}
