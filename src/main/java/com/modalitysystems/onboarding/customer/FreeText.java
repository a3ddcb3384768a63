package com.modalitysystems.onboarding.customer;

import org.jspecify.annotations.Nullable;

/**
 * What a person wrote to another in some lines of their own: a reason, a question, an
 * answer.
 *
 * @param value the lines, stripped, bounded, without control characters
 */
public record FreeText(String value) {

	private static final int MOST = 2000;

	public FreeText {
		value = Text.lines(value, MOST);
	}

	public static FreeText of(@Nullable String text) {
		return new FreeText(Text.lines(text, MOST));
	}

	@Override
	public String toString() {
		return this.value;
	}

}
