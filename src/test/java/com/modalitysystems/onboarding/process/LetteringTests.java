package com.modalitysystems.onboarding.process;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Widths and breaks as a browser sets them. */
class LetteringTests {

	@Test
	void wordsAreAsWideAsInABrowser() {
		assertThat(Lettering.BESIDE.width("Request corrected")).isCloseTo(89.9, within(0.5));
		assertThat(Lettering.BESIDE.width("Consent verified?")).isCloseTo(85.6, within(0.5));
		assertThat(Lettering.BESIDE.width("no")).isCloseTo(12.2, within(0.5));
	}

	@Test
	void linesBreakAtSpacesBeforeTheyGetTooWide() {
		assertThat(Lettering.BESIDE.height("Request corrected")).isCloseTo(13.2, within(0.1));
		assertThat(Lettering.BESIDE.height("Consent reminder due")).isCloseTo(26.4, within(0.1));
		assertThat(Lettering.BESIDE.width("Consent reminder due")).isCloseTo(87.4, within(0.5));
	}

}
