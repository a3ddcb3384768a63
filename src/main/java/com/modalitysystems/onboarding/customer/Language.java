package com.modalitysystems.onboarding.customer;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** A language we write to customers in. */
public enum Language {

	ENGLISH(Locale.ENGLISH);

	private final Locale locale;

	Language(Locale locale) {
		this.locale = locale;
	}

	public Locale locale() {
		return this.locale;
	}

	/** Two letters: {@code en}. */
	public String code() {
		return this.locale.getLanguage();
	}

	/**
	 * Read a language; none means English.
	 * @param text two letters, with or without a country behind them
	 */
	public static Language of(@Nullable String text) {
		if (text == null || text.isBlank()) {
			return ENGLISH;
		}
		String wanted = Locale.forLanguageTag(text.strip().replace('_', '-')).getLanguage();
		for (Language language : values()) {
			if (language.code().equals(wanted)) {
				return language;
			}
		}
		throw new Refused("language.unknown");
	}

}
