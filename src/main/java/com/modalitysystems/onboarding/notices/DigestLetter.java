package com.modalitysystems.onboarding.notices;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import com.modalitysystems.onboarding.customer.OnboardingSettings;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import org.springframework.context.MessageSource;
import org.springframework.mail.MailParseException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * The digest as a letter: plain text, one line for each event under its topic. What was
 * done meanwhile stands in it, too, with where the onboarding stands now.
 */
@Component
class DigestLetter {

	private static final String INDENT = "  ";

	private final JavaMailSender mail;

	private final EventWords words;

	private final MessageSource messages;

	private final OnboardingSettings settings;

	DigestLetter(JavaMailSender mail, EventWords words, MessageSource messages, OnboardingSettings settings) {
		this.mail = mail;
		this.words = words;
		this.messages = messages;
		this.settings = settings;
	}

	/**
	 * Send it.
	 * @throws org.springframework.mail.MailException if the mail server does not take it
	 */
	void send(Colleague colleague, List<TrailEvent> events) {
		MimeMessage message = this.mail.createMimeMessage();
		try {
			// the sender of all our letters, whom the room that writes them has told the
			// session
			message.setFrom();
			MimeMessageHelper letter = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
			letter.setTo(colleague.email());
			letter.setSubject(text("digest.subject", this.settings.serviceName(), events.size()));
			letter.setText(body(events));
			// no answering machine answers it
			message.setHeader("Auto-Submitted", "auto-generated");
		}
		catch (MessagingException ex) {
			throw new MailParseException(ex.getClass().getName());
		}
		this.mail.send(message);
	}

	String body(List<TrailEvent> events) {
		StringBuilder body = new StringBuilder();
		for (Topic topic : Topic.values()) {
			List<TrailEvent> here = events.stream().filter(topic::holds).toList();
			if (!here.isEmpty()) {
				body.append(text("digest.topic." + topic.name(), here.size())).append("\n\n");
				here.forEach((event) -> append(body, event));
			}
		}
		return body.append(text("digest.choose")).append('\n').append(page("/notices")).append('\n').toString();
	}

	private void append(StringBuilder body, TrailEvent event) {
		TrailEvent.Subject onboarding = event.onboarding();
		body.append(INDENT)
			.append(onboarding.company())
			.append(" (")
			.append(onboarding.reference())
			.append(")\n")
			.append(INDENT)
			.append(this.words.of(event))
			.append('\n')
			.append(INDENT)
			.append(text("digest.now", text("stage." + onboarding.state())))
			.append('\n')
			.append(INDENT)
			.append(page("/onboardings/" + onboarding.reference()))
			.append("\n\n");
	}

	private String page(String path) {
		URI base = this.settings.publicUrl();
		return base.toString().replaceFirst("/+$", "") + path;
	}

	private String text(String key, Object... values) {
		return this.messages.getMessage(key, Arrays.copyOf(values, values.length), Locale.ENGLISH);
	}

}
