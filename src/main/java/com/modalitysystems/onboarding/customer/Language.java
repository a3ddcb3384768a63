package com.modalitysystems.onboarding.customer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/** A language in which we speak to customers, on pages and in letters. */
public enum Language {

	ENGLISH(Locale.ENGLISH), GERMAN(Locale.GERMAN), FRENCH(Locale.FRENCH);

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

	/** What its speakers call it: {@code Deutsch}. */
	public String ownName() {
		return StringUtils.capitalize(this.locale.getDisplayLanguage(this.locale));
	}

	/** Ours, of whichever country, if we speak it. */
	public static Optional<Language> in(Locale locale) {
		return Arrays.stream(values()).filter(each -> each.code().equals(locale.getLanguage())).findFirst();
	}

	/**
	 * Read a language; none means English.
	 * @param text two letters, with or without a country behind them
	 */
	public static Language of(@Nullable String text) {
		if (text == null || text.isBlank()) {
			return ENGLISH;
		}
		return in(Locale.forLanguageTag(text.strip().replace('_', '-')))
			.orElseThrow(() -> new Refused("language.unknown"));
	}

}
