package com.modalitysystems.onboarding.setup;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.customer.Trail.Event;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.DefaultMessageSourceResolvable;
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
		String key = "setup.event." + event.what();
		DefaultMessageSourceResolvable words = new DefaultMessageSourceResolvable(
				new String[] { key + "." + event.details().get("outcome"), key }, "");
		String sentence = this.messages.getMessage(words, LocaleContextHolder.getLocale());
		return sentence.isEmpty() ? Stream.empty() : Stream.of(new Line(event.at().atOffset(ZoneOffset.UTC), sentence));
	}

	/**
	 * One thing that happened.
	 *
	 * @param at when
	 * @param words what
	 */
	record Line(OffsetDateTime at, String words) {
	}

}
