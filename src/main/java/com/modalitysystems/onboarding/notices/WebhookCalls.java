package com.modalitysystems.onboarding.notices;

import java.net.URI;
import java.time.Clock;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.modalitysystems.onboarding.customer.OnboardingSettings;
import com.modalitysystems.onboarding.http.HttpClients;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Calls webhooks. */
@Component
class WebhookCalls {

	private final HttpClients clients;

	private final EventWords words;

	private final OnboardingSettings onboarding;

	private final ObjectMapper json;

	private final Clock clock;

	WebhookCalls(HttpClients clients, EventWords words, OnboardingSettings onboarding, ObjectMapper json, Clock clock) {
		this.clients = clients;
		this.words = words;
		this.onboarding = onboarding;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * Tell a webhook of an event.
	 * @throws com.modalitysystems.onboarding.http.RemoteCallFailed if it does not take it
	 */
	void tell(Webhook webhook, TrailEvent event) {
		String body = body(webhook, event);
		this.clients.to("webhook " + webhook.name(), webhook.url())
			.build()
			.post()
			.uri(webhook.url())
			.contentType(MediaType.APPLICATION_JSON)
			.headers((headers) -> sign(headers, webhook, event.id(), body))
			.body(body)
			.retrieve()
			.toBodilessEntity();
	}

	private String body(Webhook webhook, TrailEvent event) {
		URI page = UriComponentsBuilder.fromUri(this.onboarding.publicUrl())
			.pathSegment("onboardings", event.onboarding().reference())
			.build()
			.toUri();
		try {
			return this.json.writeValueAsString(webhook.form().message(event, this.words.of(event), page));
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("An event cannot fail to be written as JSON", ex);
		}
	}

	private void sign(HttpHeaders headers, Webhook webhook, String id, String body) {
		long seconds = this.clock.instant().getEpochSecond();
		headers.set("webhook-id", id);
		headers.set("webhook-timestamp", String.valueOf(seconds));
		String signatures = Stream.of(webhook.secret(), webhook.previousSecret())
			.flatMap(Stream::ofNullable)
			.map((secret) -> SigningKey.of(secret).sign(id, seconds, body))
			.collect(Collectors.joining(" "));
		if (!signatures.isEmpty()) {
			headers.set("webhook-signature", signatures);
		}
	}

}
