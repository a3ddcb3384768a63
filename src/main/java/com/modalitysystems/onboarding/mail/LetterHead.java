package com.modalitysystems.onboarding.mail;

import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.util.Date;

import com.modalitysystems.onboarding.customer.EmailAddress;
import com.modalitysystems.onboarding.customer.OnboardingSettings;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.springframework.stereotype.Component;

/** The part of a letter that all of ours have in common: from whom, to whom, and when. */
@Component
class LetterHead {

	static final String CHARSET = "UTF-8";

	private final MailSettings settings;

	private final String serviceName;

	private final Clock clock;

	LetterHead(MailSettings settings, OnboardingSettings house, Clock clock) {
		this.settings = settings;
		this.serviceName = house.serviceName();
		this.clock = clock;
	}

	/**
	 * An empty letter.
	 * @param messageId stays the same, however often the letter is sent
	 * @param recipient the only one
	 */
	MimeMessage on(String messageId, EmailAddress recipient) throws MessagingException {
		MimeMessage message = new IdentifiedMessage(messageId);
		message.setFrom(sender());
		if (this.settings.replyTo() != null) {
			message.setReplyTo(new InternetAddress[] { this.settings.replyTo() });
		}
		// without a name: what a customer typed stays out of the headers
		message.setRecipient(Message.RecipientType.TO, new InternetAddress(recipient.value(), true));
		message.setSentDate(Date.from(this.clock.instant()));
		message.setHeader("Auto-Submitted", "auto-generated");
		// for Exchange, whose out-of-office replies do not heed the line above
		message.setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
		return message;
	}

	private InternetAddress sender() throws MessagingException {
		InternetAddress from = (InternetAddress) this.settings.from().clone();
		if (from.getPersonal() == null) {
			try {
				from.setPersonal(this.serviceName, CHARSET);
			}
			catch (UnsupportedEncodingException ex) {
				throw new MessagingException("Every Java platform has UTF-8", ex);
			}
		}
		return from;
	}

	/** A message that keeps its Message-ID. */
	private static final class IdentifiedMessage extends MimeMessage {

		private final String messageId;

		IdentifiedMessage(String messageId) {
			super((Session) null);
			this.messageId = messageId;
		}

		@Override
		protected void updateMessageID() throws MessagingException {
			setHeader("Message-ID", this.messageId);
		}

	}

}
