package com.modalitysystems.onboarding.notices;

import java.net.URI;
import java.util.Set;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.customer.Secret;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Another system that is called when something happens.
 *
 * @param name what we call it: lower-case letters, digits and hyphens; what was not yet
 * delivered is kept under it
 * @param url where it listens
 * @param form what it understands: {@code generic} (our events, signed after Standard
 * Webhooks), {@code teams} (an adaptive card for a workflow of Microsoft Teams) or
 * {@code slack} (a message for an incoming webhook of Slack)
 * @param secret with what we sign: {@code whsec_} and 24 to 64 random bytes in base64;
 * the generic form needs one
 * @param previousSecret the secret before, which signs beside it while it is rotated
 * @param events the events it is told; none means all
 */
record Webhook(@NotNull @Pattern(regexp = "[a-z0-9-]{1,40}") String name, @NotNull URI url,
		@DefaultValue("generic") MessageForm form, @Nullable Secret secret, @Nullable Secret previousSecret,
		@DefaultValue Set<String> events) {

	private static final String PREFIX = "webhook:";

	/** What is wrong with it, beside what can be read off each part. */
	Stream<String> complaints() {
		if (this.form == MessageForm.generic && this.secret == null) {
			return Stream.of("notices.webhooks: " + this.name + " needs a secret");
		}
		return Stream.of(this.secret, this.previousSecret)
			.flatMap(Stream::ofNullable)
			.flatMap((one) -> SigningKey.complaint(one).stream())
			.map((complaint) -> "notices.webhooks: the secret of " + this.name + " " + complaint);
	}

	/** Under which name its notices are kept. */
	String recipient() {
		return PREFIX + this.name;
	}

	boolean wants(TrailEvent event) {
		return this.events.isEmpty() || this.events.contains(event.what());
	}

}
