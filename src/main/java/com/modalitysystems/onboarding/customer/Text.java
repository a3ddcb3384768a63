package com.modalitysystems.onboarding.customer;

import org.jspecify.annotations.Nullable;

/** Text that a person typed: stripped, bounded, without control characters. */
final class Text {

	private Text() {
	}

	static String oneLine(@Nullable String typed, int most) {
		String text = (typed != null) ? typed.strip() : "";
		if (text.isEmpty()) {
			throw new Refused("missing");
		}
		if (text.length() > most) {
			throw new Refused("tooLong");
		}
		if (text.codePoints().anyMatch(Text::isControl)) {
			throw new Refused("controlCharacters");
		}
		return text;
	}

	static String lines(@Nullable String typed, int most) {
		String text = (typed != null) ? typed.strip().replace("\r\n", "\n") : "";
		text.lines().filter(line -> !line.isBlank()).forEach(line -> oneLine(line, most));
		if (text.isEmpty()) {
			throw new Refused("missing");
		}
		if (text.length() > most) {
			throw new Refused("tooLong");
		}
		return text;
	}

	// format characters too: they hide or turn text around on the page of whoever decides
	private static boolean isControl(int character) {
		return switch (Character.getType(character)) {
			case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
					Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED ->
				true;
			default -> false;
		};
	}

}
