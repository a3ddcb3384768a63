package com.modalitysystems.onboarding.notices;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What happened, in the words in which staff read the trail. */
@Component
class EventWords {

	/** The details that have words of their own, and where these are. */
	private static final List<String> WORDED = List.of("outcome:consentOutcome.", "kind:letter.");

	private final MessageSource messages;

	EventWords(MessageSource messages) {
		this.messages = messages;
	}

	String of(TrailEvent event) {
		Stream<String> task = Stream.of(event.detail("task"));
		Stream<String> worded = WORDED.stream().map((detail) -> detail.split(":")).map((detail) -> {
			String value = event.detail(detail[0]);
			return value.isEmpty() ? value : words(detail[1] + value, value);
		});
		String more = Stream.concat(task, worded).filter((text) -> !text.isEmpty()).collect(Collectors.joining(" · "));
		String sentence = words("trail." + event.what(), event.what());
		return more.isEmpty() ? sentence : sentence + ": " + more;
	}

	private String words(String key, String otherwise) {
		return String.valueOf(this.messages.getMessage(key, null, otherwise, Locale.ENGLISH));
	}

}
