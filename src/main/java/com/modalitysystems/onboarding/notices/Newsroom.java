package com.modalitysystems.onboarding.notices;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import com.modalitysystems.onboarding.http.RemoteCallFailed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Hands on what is new to those who asked for it, and calls the webhooks whose turn it
 * is. Nodes share the work.
 */
@Component
class Newsroom {

	private static final Logger LOG = LoggerFactory.getLogger(Newsroom.class);

	// then others have their turn; the next round comes soon
	private static final int CALLS_A_ROUND = 50;

	private final News news;

	private final NoticeQueue queue;

	private final Digests digests;

	private final WebhookCalls calls;

	private final NoticesSettings settings;

	private final TransactionOperations transaction;

	private final Clock clock;

	Newsroom(News news, NoticeQueue queue, Digests digests, WebhookCalls calls, NoticesSettings settings,
			TransactionOperations transaction, Clock clock) {
		this.news = news;
		this.queue = queue;
		this.digests = digests;
		this.calls = calls;
		this.settings = settings;
		this.transaction = transaction;
		this.clock = clock;
	}

	@Scheduled(initialDelayString = "${notices.every:2s}", fixedDelayString = "${notices.every:2s}")
	void round() {
		try {
			while (handOn() > 0) {
				LOG.debug("News were handed on");
			}
			call();
			this.digests.send();
		}
		catch (RuntimeException ex) {
			LOG.warn("What is new cannot be handed on: {}", ex.getClass().getName());
		}
	}

	@Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
	void forget() {
		this.queue.forgetDeliveredBefore(this.clock.instant().minus(this.settings.keep()));
	}

	private int handOn() {
		Integer handedOn = this.transaction.execute((status) -> {
			List<TrailEvent> events = this.news.take();
			events.forEach(this::handOn);
			return events.size();
		});
		return (handedOn != null) ? handedOn : 0;
	}

	private void handOn(TrailEvent event) {
		this.settings.webhooks()
			.stream()
			.filter((webhook) -> webhook.wants(event))
			.forEach((webhook) -> this.queue.add(webhook.recipient(), event));
		this.digests.readersOf(event).forEach((reader) -> this.queue.add(reader, event));
	}

	private void call() {
		if (this.settings.webhooks().isEmpty()) {
			return;
		}
		List<String> recipients = this.settings.webhooks().stream().map(Webhook::recipient).toList();
		for (int call = 0; call < CALLS_A_ROUND; call++) {
			if (this.queue.take(recipients).map(this::tell).isEmpty()) {
				return;
			}
		}
	}

	private Notice tell(Notice notice) {
		Webhook webhook = this.settings.webhooks()
			.stream()
			.filter((one) -> one.recipient().equals(notice.recipient()))
			.findFirst()
			.orElseThrow();
		try {
			this.news.event(notice.event()).ifPresent((event) -> this.calls.tell(webhook, event));
			this.queue.delivered(List.of(notice));
		}
		catch (RemoteCallFailed ex) {
			putOff(webhook, notice, ex);
		}
		return notice;
	}

	private void putOff(Webhook webhook, Notice notice, RemoteCallFailed failure) {
		String answer = String.valueOf(failure.getMessage());
		if (notice.attempts() > this.settings.retries().size()) {
			this.queue.dead(notice, answer);
			LOG.warn("The webhook {} was not told of event {} and is not called again for it: {}", webhook.name(),
					notice.event(), answer);
			return;
		}
		Duration pause = this.settings.retries().get(notice.attempts() - 1);
		Duration asked = failure.retryAfter();
		this.queue.failed(notice, answer, (asked != null && asked.compareTo(pause) > 0) ? asked : pause);
	}

}
