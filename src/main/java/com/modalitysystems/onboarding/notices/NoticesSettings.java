package com.modalitysystems.onboarding.notices;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.time.Workplace;
import jakarta.validation.Valid;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who is told what happened, and with how much patience.
 *
 * @param webhooks other systems that want to know
 * @param retries how long after each failed attempt a webhook is called again; after the
 * last of them the notice is a dead letter, which operators see and can send again
 * @param every how often we look whether there is something to tell
 * @param keep how long what was delivered stays on record
 * @param zone where our staff are: a daily digest comes when their day begins
 * @param country whose weekends and public holidays they have, two letters
 */
@Validated
@ConfigurationProperties("notices")
record NoticesSettings(@DefaultValue @Valid List<Webhook> webhooks, @DefaultValue( {
		"10s", "1m", "5m", "30m", "2h", "6h", "12h", "1d" }) List<Duration> retries, @DefaultValue("2s") Duration every,
		@DefaultValue("30d") Duration keep, @DefaultValue("Europe/London") ZoneId zone,
		@DefaultValue("GB") String country){

	NoticesSettings {
		String complaints = Stream.concat(sameNames(webhooks), webhooks.stream().flatMap(Webhook::complaints))
			.collect(Collectors.joining("\n"));
		if (!complaints.isEmpty()) {
			throw new IllegalArgumentException(complaints);
		}
	}

	private static Stream<String> sameNames(List<Webhook> webhooks) {
		boolean different = webhooks.stream().map(Webhook::name).distinct().count() == webhooks.size();
		return different ? Stream.empty() : Stream.of("notices.webhooks must have different names");
	}

	/** Where our staff are. */
	Workplace workplace() {
		return new Workplace(this.zone, this.country);
	}

	Optional<Webhook> webhook(String name) {
		return this.webhooks.stream().filter((webhook) -> webhook.name().equals(name)).findFirst();
	}

}
