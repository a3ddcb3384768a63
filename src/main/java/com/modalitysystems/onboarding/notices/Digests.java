package com.modalitysystems.onboarding.notices;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/** Writes to our staff what is new, as often as each of them wants it. */
@Component
class Digests {

	private static final Logger LOG = LoggerFactory.getLogger(Digests.class);

	private static final String PREFIX = "person:";

	private final DigestChoices choices;

	private final NoticeQueue queue;

	private final News news;

	private final Colleagues colleagues;

	private final DigestLetter letter;

	Digests(DigestChoices choices, NoticeQueue queue, News news, Colleagues colleagues, DigestLetter letter) {
		this.choices = choices;
		this.queue = queue;
		this.news = news;
		this.colleagues = colleagues;
		this.letter = letter;
	}

	/** Who wants to hear of an event, under the names their notices are kept under. */
	List<String> readersOf(TrailEvent event) {
		Set<Topic> topics = Arrays.stream(Topic.values())
			.filter((topic) -> topic.holds(event))
			.collect(Collectors.toSet());
		return topics.isEmpty() ? List.of()
				: this.choices.readersOf(topics).stream().map((person) -> PREFIX + person).toList();
	}

	/** Send all digests that are due. */
	void send() {
		Optional<String> person = this.choices.takeDue();
		while (person.isPresent()) {
			send(person.get());
			person = this.choices.takeDue();
		}
	}

	/** Forget what waits for somebody who wants no digest any more. */
	void drop(String person) {
		this.queue.drop(PREFIX + person);
	}

	private void send(String person) {
		List<Notice> notices = this.queue.waitingFor(PREFIX + person);
		try {
			if (!notices.isEmpty()) {
				this.colleagues.find(person).ifPresent((colleague) -> write(colleague, notices));
			}
			this.queue.delivered(notices);
			this.choices.done(person);
		}
		catch (MailException ex) {
			// nothing is lost: it comes again in ten minutes
			LOG.warn("A digest could not be sent: {}", ex.getClass().getSimpleName());
		}
	}

	private void write(Colleague colleague, List<Notice> notices) {
		List<TrailEvent> events = this.news.events(notices.stream().map(Notice::event).toList())
			.stream()
			.filter((event) -> !Topic.tasks.holds(event) || colleague.groups().contains(event.detail("group")))
			.toList();
		if (!events.isEmpty()) {
			this.letter.send(colleague, events);
		}
	}

}
