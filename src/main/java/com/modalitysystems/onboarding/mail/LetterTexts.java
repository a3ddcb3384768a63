package com.modalitysystems.onboarding.mail;

import java.text.Bidi;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.context.MessageSource;

/**
 * The texts of one kind of letter in one language, with values in place of
 * {@code {names}}. A text is looked for under {@code mail.} and the kind, then under
 * {@code mail.letter}.
 */
class LetterTexts {

	private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

	// they hide text or turn it around; a line break is none of them
	private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029&&[^\\n]]");

	private static final char FIRST_STRONG_ISOLATE = '\u2068';

	private static final char POP_DIRECTIONAL_ISOLATE = '\u2069';

	private final MessageSource messages;

	private final LetterKind kind;

	private final Locale locale;

	private final Map<String, String> values;

	LetterTexts(MessageSource messages, LetterKind kind, Locale locale, Map<String, String> values) {
		this.messages = messages;
		this.kind = kind;
		this.locale = locale;
		this.values = values;
	}

	Locale locale() {
		return this.locale;
	}

	String get(String key) {
		String common = this.messages.getMessage("mail.letter." + key, null, "", this.locale);
		String text = this.messages.getMessage("mail." + this.kind + "." + key, null, common, this.locale);
		if (text == null || text.isEmpty()) {
			throw new IllegalStateException("No text says " + key + " in the letter " + this.kind);
		}
		return fill(text);
	}

	/** What a person typed, harmless in a line of text of either direction. */
	static String tame(String typed) {
		String text = UNSEEN.matcher(typed).replaceAll(" ");
		boolean turns = Bidi.requiresBidi(text.toCharArray(), 0, text.length());
		return turns ? FIRST_STRONG_ISOLATE + text + POP_DIRECTIONAL_ISOLATE : text;
	}

	// in one go, so that a value which looks like a name stays as it is
	private String fill(String text) {
		return NAME.matcher(text).replaceAll((name) -> Matcher.quoteReplacement(value(name.group(1))));
	}

	private String value(String name) {
		String value = this.values.get(name);
		if (value == null) {
			throw new IllegalStateException("The letter " + this.kind + " has no value for " + name);
		}
		return value;
	}

}
