package com.modalitysystems.onboarding.notices;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What our staff choose and see of the notices. */
@Service
@Transactional
public class NoticeBoard {

	private final DigestChoices choices;

	private final Digests digests;

	private final NoticesSettings settings;

	private final NoticeQueue queue;

	private final WebhookStates states;

	private final News news;

	NoticeBoard(DigestChoices choices, Digests digests, NoticesSettings settings, NoticeQueue queue,
			WebhookStates states, News news) {
		this.choices = choices;
		this.digests = digests;
		this.settings = settings;
		this.queue = queue;
		this.states = states;
		this.news = news;
	}

	/** What somebody wants to be written to about. */
	@Transactional(readOnly = true)
	public DigestChoice choiceOf(String person) {
		return this.choices.of(person).orElse(DigestChoice.NONE);
	}

	public void choose(String person, DigestChoice choice) {
		this.choices.choose(person, choice);
		if (choice.rhythm() == Rhythm.never) {
			this.digests.drop(person);
		}
	}

	/** How the webhooks fare. */
	@Transactional(readOnly = true)
	public List<WebhookState> webhooks() {
		return this.settings.webhooks().stream().map(this.states::of).toList();
	}

	/**
	 * Send what a webhook was not told, and was given up, once more.
	 * @return how many notices that are; none if there is no such webhook
	 */
	public Optional<Integer> sendDeadAgain(String webhook) {
		return this.settings.webhook(webhook).map((known) -> this.queue.revive(known.recipient()));
	}

	/**
	 * Tell a webhook again of all that it wants to know.
	 * @param since from when on
	 * @return how many events that are; none if there is no such webhook
	 */
	public Optional<Integer> replay(String webhook, Instant since) {
		return this.settings.webhook(webhook).map((known) -> replay(known, since));
	}

	private int replay(Webhook webhook, Instant since) {
		int told = 0;
		List<TrailEvent> events = this.news.since(since, 0);
		while (!events.isEmpty()) {
			List<TrailEvent> wanted = events.stream().filter(webhook::wants).toList();
			wanted.forEach((event) -> this.queue.addAgain(webhook.recipient(), event));
			told += wanted.size();
			events = this.news.since(since, events.get(events.size() - 1).number());
		}
		return told;
	}

}
