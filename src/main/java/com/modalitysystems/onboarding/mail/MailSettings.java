package com.modalitysystems.onboarding.mail;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.customer.EmailAddress;
import jakarta.mail.internet.InternetAddress;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who writes letters, and with how much patience. The mail server is
 * {@code spring.mail.*}.
 *
 * @param from the sender, with or without a name: {@code OneMeeting <hello@example.com>}
 * @param replyTo where answers go, if not to the sender
 * @param returnPath where undeliverable letters come back to, if not to the sender
 * @param tls whether the conversation with the mail server is private: {@code required}
 * (by STARTTLS, or no letter leaves), {@code opportunistic} (where the mail server offers
 * it), {@code none}, or {@code implicit} (from the first byte on, usually on port 465)
 * @param managers who hears that an approval is overdue
 * @param firstRetry how long after the first deferral a letter is tried again; each
 * further pause is twice as long
 * @param longestRetry the longest pause between two attempts
 * @param giveUpAfter how long after it was written a deferred letter counts as refused
 * @param claimLifetime how long a node may be at one letter before nobody can say whether
 * it was sent; longer than the time limits of the mail server's connection
 */
@Validated
@ConfigurationProperties("mail")
record MailSettings(@NotNull InternetAddress from, @Nullable InternetAddress replyTo, @Nullable EmailAddress returnPath,
		@DefaultValue("required") Tls tls, @DefaultValue List<EmailAddress> managers,
		@DefaultValue("30s") @DurationMin(seconds = 1) Duration firstRetry,
		@DefaultValue("1h") @DurationMin(seconds = 1) Duration longestRetry,
		@DefaultValue("3d") @DurationMin(seconds = 1) Duration giveUpAfter,
		@DefaultValue("10m") @DurationMin(seconds = 1) Duration claimLifetime) {

	MailSettings {
		String incomplete = Stream.of(withoutDomain("mail.from", from), withoutDomain("mail.reply-to", replyTo))
			.flatMap(Optional::stream)
			.collect(Collectors.joining("\n"));
		if (!incomplete.isEmpty()) {
			throw new IllegalArgumentException(incomplete);
		}
	}

	// mail servers know local names, customers do not
	private static Optional<String> withoutDomain(String setting, @Nullable InternetAddress address) {
		return (address != null && !address.getAddress().contains("@"))
				? Optional.of(setting + " must be an e-mail address with a domain") : Optional.empty();
	}

	/** Where undeliverable letters come back to. */
	String bouncesTo() {
		return (this.returnPath != null) ? this.returnPath.value() : this.from.getAddress();
	}

	/** The part behind the at sign of the sender. */
	String domain() {
		String address = this.from.getAddress();
		return address.substring(address.lastIndexOf('@') + 1);
	}

	/** How long to wait after so many attempts. */
	Duration pauseAfter(int attempts) {
		Duration pause = this.firstRetry;
		for (int attempt = 1; attempt < attempts && pause.compareTo(this.longestRetry) < 0; attempt++) {
			pause = pause.multipliedBy(2);
		}
		return (pause.compareTo(this.longestRetry) < 0) ? pause : this.longestRetry;
	}

}
