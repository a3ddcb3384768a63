package com.modalitysystems.onboarding.sandbox;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;

/** Reads a letter part by part. */
class LetterReader {

	private final List<Letter.Attachment> attachments = new ArrayList<>();

	private @Nullable String text;

	private @Nullable String html;

	static Letter read(MimeMessage message, List<String> recipients) throws MessagingException, IOException {
		return new LetterReader().letter(message, recipients);
	}

	private Letter letter(MimeMessage message, List<String> recipients) throws MessagingException, IOException {
		visit(message);
		String subject = message.getSubject();
		return new Letter(addresses(message.getFrom()), addresses(message.getRecipients(Message.RecipientType.TO)),
				addresses(message.getReplyTo()), (subject != null) ? subject : "", this.text, this.html,
				message.getMessageID(), Collections.list(message.getAllHeaderLines()), this.attachments, recipients);
	}

	private static String addresses(Address @Nullable [] addresses) {
		if (addresses == null) {
			return "";
		}
		return Arrays.stream(addresses)
			.map(address -> (address instanceof InternetAddress internet) ? internet.getAddress() : address.toString())
			.collect(Collectors.joining(", "));
	}

	private void visit(Part part) throws MessagingException, IOException {
		if (part.isMimeType("multipart/*")) {
			Multipart parts = (Multipart) part.getContent();
			for (int number = 0; number < parts.getCount(); number++) {
				visit(parts.getBodyPart(number));
			}
		}
		else if (part.getFileName() != null || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
			attach(part);
		}
		else if (part.isMimeType("text/html")) {
			this.html = part.getContent().toString();
		}
		else if (part.isMimeType("text/*")) {
			this.text = part.getContent().toString();
		}
		else {
			attach(part);
		}
	}

	private void attach(Part part) throws MessagingException, IOException {
		String name = part.getFileName();
		String base64 = Base64.getEncoder().encodeToString(part.getInputStream().readAllBytes());
		this.attachments.add(new Letter.Attachment((name != null) ? name : "unnamed", part.getContentType(), base64));
	}

}
