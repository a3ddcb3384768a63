package com.modalitysystems.onboarding.mail;

import com.modalitysystems.onboarding.customer.Customer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import org.springframework.stereotype.Component;

/** Makes of a letter what goes over the wire. */
@Component
class LetterPrinter {

	private final LetterWriter writer;

	private final LetterTemplates templates;

	private final LetterHead head;

	LetterPrinter(LetterWriter writer, LetterTemplates templates, LetterHead head) {
		this.writer = writer;
		this.templates = templates;
		this.head = head;
	}

	MimeMessage print(Envelope envelope, Customer customer) {
		Letter letter = this.writer.write(envelope.kind(), envelope.addressee(), customer, envelope.reminder());
		try {
			MimeMessage message = this.head.on(envelope.messageId(), envelope.recipient());
			message.setSubject(letter.subject(), LetterHead.CHARSET);
			message.setContentLanguage(new String[] { letter.locale().toLanguageTag() });
			message.setContent(contentOf(letter));
			message.saveChanges();
			return message;
		}
		catch (MessagingException ex) {
			throw new IllegalStateException("A letter cannot be put into MIME", ex);
		}
	}

	private MimeMultipart contentOf(Letter letter) throws MessagingException {
		return new MimeMultipart("alternative", part(this.templates.text(letter), "plain"),
				part(this.templates.html(letter), "html"));
	}

	private static MimeBodyPart part(String text, String subtype) throws MessagingException {
		MimeBodyPart part = new MimeBodyPart();
		part.setText(text, LetterHead.CHARSET, subtype);
		part.setHeader("Content-Transfer-Encoding", "quoted-printable");
		return part;
	}

}
