package com.modalitysystems.onboarding.process;

import java.util.Locale;
import java.util.stream.Collectors;

import com.modalitysystems.onboarding.customer.RefusalSentences;
import com.modalitysystems.onboarding.customer.Refused;
import com.modalitysystems.onboarding.customer.RequestRefused;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What Tasklist tells staff, in sentences. */
@Component
class Sentences {

	private final MessageSource messages;

	private final RefusalSentences refusals;

	Sentences(MessageSource messages, RefusalSentences refusals) {
		this.messages = messages;
		this.refusals = refusals;
	}

	String say(String code, Object... values) {
		return this.messages.getMessage(code, values, Locale.ENGLISH);
	}

	/** What is wrong with a value that stands for itself. */
	String say(Refused refused) {
		return this.refusals.of(refused, Locale.ENGLISH);
	}

	/** Every mistake of a request on a line of its own, with the name of its field. */
	String say(RequestRefused refused) {
		return refused.mistakes()
			.stream()
			.map(mistake -> say("field." + mistake.field()) + ": " + this.refusals.of(mistake, Locale.ENGLISH))
			.collect(Collectors.joining("\n"));
	}

}
