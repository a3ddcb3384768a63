package com.modalitysystems.onboarding.setup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.modalitysystems.onboarding.customer.RefusalSentences;
import com.modalitysystems.onboarding.customer.RequestRefused.Mistake;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/**
 * Finds the sentence for a mistake: the room's own for this field, or the one that all
 * doors share.
 */
@Component
class Complaints {

	private final MessageSource messages;

	private final RefusalSentences shared;

	Complaints(MessageSource messages, RefusalSentences shared) {
		this.messages = messages;
		this.shared = shared;
	}

	/** A sentence for each field that has a mistake, in the order of the mistakes. */
	Map<String, String> about(List<Mistake> mistakes) {
		Map<String, String> sentences = new LinkedHashMap<>();
		mistakes.forEach(mistake -> sentences.putIfAbsent(mistake.field(), about(mistake)));
		return sentences;
	}

	private String about(Mistake mistake) {
		Locale language = LocaleContextHolder.getLocale();
		String code = "setup.refused." + mistake.code();
		String own = this.messages.getMessage(
				new DefaultMessageSourceResolvable(new String[] { code + "." + mistake.field(), code }, ""), language);
		return own.isEmpty() ? this.shared.of(mistake, language) : own;
	}

}
