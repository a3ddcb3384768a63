package com.modalitysystems.onboarding.mail;

import jakarta.mail.MessagingException;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * The mail server that takes our letters. What {@code mail.tls} says holds for everybody
 * who speaks with it, also for whoever asks whether it is well.
 */
@Component
class PostOffice {

	private final JavaMailSenderImpl server;

	@Autowired
	PostOffice(ObjectProvider<JavaMailSenderImpl> server, MailSettings settings) {
		// Spring makes none without a host
		this(server.getIfAvailable(PostOffice::noServer), settings);
	}

	PostOffice(JavaMailSenderImpl server, MailSettings settings) {
		this.server = server;
		this.server.setProtocol(SmtpConversation.PROTOCOL);
		this.server.getJavaMailProperties().putAll(settings.tls().properties());
		this.server.getJavaMailProperties().setProperty("mail.smtp.from", settings.bouncesTo());
		// whoever writes to our staff with the same server has the same name
		this.server.getJavaMailProperties().setProperty("mail.from", settings.from().toString());
	}

	/** How it is called in the settings. */
	String name() {
		return String.valueOf(this.server.getHost());
	}

	/** Begin a conversation, introduced and signed in. */
	SmtpConversation open() throws MessagingException {
		SmtpConversation conversation = new SmtpConversation(this.server.getSession());
		try {
			String username = given(this.server.getUsername());
			conversation.connect(this.server.getHost(), this.server.getPort(), username,
					(username != null) ? this.server.getPassword() : null);
			return conversation;
		}
		catch (MessagingException ex) {
			conversation.close();
			throw ex;
		}
	}

	private static JavaMailSenderImpl noServer() {
		throw new IllegalStateException("spring.mail.host is missing");
	}

	private static @Nullable String given(@Nullable String text) {
		return StringUtils.hasLength(text) ? text : null;
	}

}
