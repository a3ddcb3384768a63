package com.modalitysystems.onboarding.setup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

	Complaints(MessageSource messages) {
		this.messages = messages;
	}

	/** A sentence for each field that has a mistake, in the order of the mistakes. */
	Map<String, String> about(List<Mistake> mistakes) {
		Map<String, String> sentences = new LinkedHashMap<>();
		mistakes.forEach(mistake -> sentences.putIfAbsent(mistake.field(), about(mistake)));
		return sentences;
	}

	private String about(Mistake mistake) {
		String code = "refused." + mistake.code();
		String[] codes = { "setup." + code + "." + mistake.field(), "setup." + code, code + "." + mistake.field(), code,
				"setup.refused" };
		return this.messages.getMessage(new DefaultMessageSourceResolvable(codes), LocaleContextHolder.getLocale());
	}

}
