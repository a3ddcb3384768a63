package com.modalitysystems.onboarding.setup;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.customer.Trail.Event;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * What happened, in the customer's words: the events of the trail that have a sentence
 * under {@code setup.event.}; the others are no concern of theirs.
 */
@Component
class History {

	private final MessageSource messages;

	History(MessageSource messages) {
		this.messages = messages;
	}

	List<Line> of(List<Event> events) {
		return events.stream().flatMap(this::line).toList();
	}

	private Stream<Line> line(Event event) {
		Locale locale = LocaleContextHolder.getLocale();
		String words = this.messages.getMessage("setup.event." + event.what(), null, "", locale);
		return (words == null || words.isEmpty()) ? Stream.empty() : Stream.of(new Line(event.at(), words));
	}

	/**
	 * One thing that happened.
	 *
	 * @param at when
	 * @param words what
	 */
	record Line(Instant at, String words) {
	}

}
