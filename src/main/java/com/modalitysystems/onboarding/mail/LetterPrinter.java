package com.modalitysystems.onboarding.mail;

import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.util.Date;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.OnboardingSettings;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import org.springframework.stereotype.Component;

/** Makes of a letter what goes over the wire. */
@Component
class LetterPrinter {

	private static final String CHARSET = "UTF-8";

	private final LetterWriter writer;

	private final LetterTemplates templates;

	private final MailSettings settings;

	private final String serviceName;

	private final Clock clock;

	LetterPrinter(LetterWriter writer, LetterTemplates templates, MailSettings settings, OnboardingSettings house,
			Clock clock) {
		this.writer = writer;
		this.templates = templates;
		this.settings = settings;
		this.serviceName = house.serviceName();
		this.clock = clock;
	}

	MimeMessage print(Envelope envelope, Customer customer) {
		Letter letter = this.writer.write(envelope.kind(), envelope.addressee(), customer);
		try {
			MimeMessage message = new IdentifiedMessage(envelope.messageId());
			address(message, envelope);
			message.setSubject(letter.subject(), CHARSET);
			message.setContentLanguage(new String[] { letter.locale().toLanguageTag() });
			message.setContent(contentOf(letter));
			message.saveChanges();
			return message;
		}
		catch (MessagingException ex) {
			throw new IllegalStateException("A letter cannot be put into MIME", ex);
		}
	}

	private void address(MimeMessage message, Envelope envelope) throws MessagingException {
		message.setFrom(sender());
		if (this.settings.replyTo() != null) {
			message.setReplyTo(new InternetAddress[] { this.settings.replyTo() });
		}
		// without a name: what a customer typed stays out of the headers
		message.setRecipient(Message.RecipientType.TO, new InternetAddress(envelope.recipient().value(), true));
		message.setSentDate(Date.from(this.clock.instant()));
		message.setHeader("Auto-Submitted", "auto-generated");
		// for Exchange, whose out-of-office replies do not heed the line above
		message.setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
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

	private MimeMultipart contentOf(Letter letter) throws MessagingException {
		return new MimeMultipart("alternative", part(this.templates.text(letter), "plain"),
				part(this.templates.html(letter), "html"));
	}

	private static MimeBodyPart part(String text, String subtype) throws MessagingException {
		MimeBodyPart part = new MimeBodyPart();
		part.setText(text, CHARSET, subtype);
		part.setHeader("Content-Transfer-Encoding", "quoted-printable");
		return part;
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
