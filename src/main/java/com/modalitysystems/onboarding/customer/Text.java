package com.modalitysystems.onboarding.customer;

import org.jspecify.annotations.Nullable;

/** Text that a person typed: stripped, bounded, without what cannot be seen. */
final class Text {

	// letters and signs that look like nothing: Hangul fillers, the empty Braille cell
	private static final String BLANKS = "\u115f\u1160\u2800\u3164\uffa0";

	private Text() {
	}

	/** Text that stands on one line. */
	static String oneLine(@Nullable String typed, int most) {
		return checked(typed, most, "");
	}

	/**
	 * Text of several lines, which end as Unix ends them.
	 * @param typed as typed
	 * @param most how many characters at most
	 * @throws Refused if it is none, too long, or holds what cannot be seen
	 */
	static String lines(@Nullable String typed, int most) {
		return checked((typed != null) ? typed.replace("\r\n", "\n") : null, most, "\n\t");
	}

	private static String checked(@Nullable String typed, int most, String allowed) {
		String text = (typed != null) ? stripped(typed) : "";
		if (text.isEmpty()) {
			throw new Refused("missing");
		}
		if (text.length() > most) {
			throw new Refused("tooLong");
		}
		if (text.codePoints().anyMatch(character -> isHidden(character) && allowed.indexOf(character) < 0)) {
			throw new Refused("controlCharacters");
		}
		return text;
	}

	// unlike String.strip, no-break spaces too: mail programs copy them along
	private static String stripped(String typed) {
		int start = 0;
		int end = typed.length();
		while (start < end && isSpace(typed.charAt(start))) {
			start++;
		}
		while (start < end && isSpace(typed.charAt(end - 1))) {
			end--;
		}
		return typed.substring(start, end);
	}

	private static boolean isSpace(char character) {
		return Character.isWhitespace(character) || Character.isSpaceChar(character);
	}

	// format characters too: they hide or turn text around on the page of whoever decides
	private static boolean isHidden(int character) {
		return switch (Character.getType(character)) {
			case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
					Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED ->
				true;
			default -> BLANKS.indexOf(character) >= 0;
		};
	}

}
