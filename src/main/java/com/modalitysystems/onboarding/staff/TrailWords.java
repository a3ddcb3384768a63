package com.modalitysystems.onboarding.staff;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import com.modalitysystems.onboarding.customer.Trail.Event;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The trail as staff read it; an event without a sentence keeps its name. */
@Component
class TrailWords {

	/** Where the words for a detail's values are. */
	private static final Map<String, String> DETAILS = Map.of("kind", "letter.", "to", "addressee.", "outcome",
			"consentOutcome.", "reason", "tenantReason.");

	private final MessageSource messages;

	TrailWords(MessageSource messages) {
		this.messages = messages;
	}

	/** Newest first. */
	List<Line> of(List<Event> events) {
		List<Line> lines = new ArrayList<>(events.stream().map(this::line).toList());
		Collections.reverse(lines);
		return lines;
	}

	private Line line(Event event) {
		String details = event.details()
			.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.map(detail -> words(DETAILS.getOrDefault(detail.getKey(), ""), detail.getValue()))
			.collect(Collectors.joining(" · "));
		return new Line(event.at().atOffset(ZoneOffset.UTC), event.actor(), words("trail.", event.what()), details);
	}

	private String words(String prefix, String name) {
		return String.valueOf(this.messages.getMessage(prefix + name, null, name, Locale.ENGLISH));
	}

	/**
	 * One event.
	 *
	 * @param at when
	 * @param actor who
	 * @param words what
	 * @param details what else is to know; may be empty
	 */
	record Line(OffsetDateTime at, String actor, String words, String details) {
	}

}
