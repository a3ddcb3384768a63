package com.modalitysystems.onboarding.mail;

import java.text.Bidi;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.context.MessageSource;

/**
 * The texts of one kind of letter in one language, with values in place of
 * {@code {names}}. A text is looked for under {@code mail.}, the kind and the tone, then
 * under {@code mail.} and the kind, then under {@code mail.letter}.
 */
class LetterTexts {

	private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

	// they hide text or turn it around; a line break is none of them
	private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029&&[^\\n]]");

	private static final char FIRST_STRONG_ISOLATE = '\u2068';

	private static final char POP_DIRECTIONAL_ISOLATE = '\u2069';

	private final MessageSource messages;

	private final LetterKind kind;

	private final Tone tone;

	private final Locale locale;

	private final Map<String, String> values;

	LetterTexts(MessageSource messages, LetterKind kind, Tone tone, Locale locale, Map<String, String> values) {
		this.messages = messages;
		this.kind = kind;
		this.tone = tone;
		this.locale = locale;
		this.values = values;
	}

	Locale locale() {
		return this.locale;
	}

	String get(String key) {
		return Stream.of("mail." + this.kind + "." + this.tone, "mail." + this.kind, "mail.letter")
			.map((place) -> this.messages.getMessage(place + "." + key, null, "", this.locale))
			.filter((text) -> text != null && !text.isEmpty())
			.findFirst()
			.map(this::fill)
			.orElseThrow(() -> new IllegalStateException("No text says " + key + " in the letter " + this.kind));
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
