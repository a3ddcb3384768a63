package com.modalitysystems.onboarding.setup;

import com.modalitysystems.onboarding.customer.Refused;
import org.jspecify.annotations.Nullable;

/** Text of several lines that a person typed. */
final class Typed {

	private static final int MOST = 2000;

	private Typed() {
	}

	/**
	 * The text, stripped.
	 * @throws Refused if it is missing, too long or holds control characters
	 */
	static String lines(@Nullable String typed) {
		String text = (typed != null) ? typed.strip().replace("\r\n", "\n") : "";
		if (text.isEmpty()) {
			throw new Refused("missing");
		}
		if (text.length() > MOST) {
			throw new Refused("tooLong");
		}
		if (text.codePoints().anyMatch(Typed::isInvisible)) {
			throw new Refused("controlCharacters");
		}
		return text;
	}

	// format characters hide or turn text around on the page of whoever reads it; the
	// joiner that emoji are made with does not
	private static boolean isInvisible(int character) {
		return switch (Character.getType(character)) {
			case Character.CONTROL -> character != '\n' && character != '\t';
			case Character.FORMAT -> character != 0x200D;
			case Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.PRIVATE_USE,
					Character.UNASSIGNED ->
				true;
			default -> false;
		};
	}

}
