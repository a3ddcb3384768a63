package com.modalitysystems.onboarding.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Brings one letter to the mail server and says exactly how that went, which Spring's own
 * sender does not: it hides the server's answer and when the connection was lost.
 */
@Component
class Courier {

	private final PostOffice server;

	Courier(PostOffice server) {
		this.server = server;
	}

	Delivery deliver(MimeMessage letter) {
		try (SmtpConversation conversation = this.server.open()) {
			return send(conversation, letter);
		}
		catch (MessagingException ex) {
			// out of reach, or our own credentials: no word on this letter
			return new Delivery(LetterState.deferred, wordsOf(ex));
		}
	}

	private static Delivery send(SmtpConversation conversation, MimeMessage letter) {
		try {
			conversation.sendMessage(letter, letter.getAllRecipients());
			return new Delivery(LetterState.accepted, conversation.getLastServerResponse());
		}
		catch (MessagingException ex) {
			return new Delivery(stateAfter(codeOf(ex), conversation.isHandedOver()), wordsOf(ex));
		}
	}

	private static LetterState stateAfter(int code, boolean handedOver) {
		return switch (code / 100) {
			case 5 -> LetterState.refused;
			case 4 -> LetterState.deferred;
			default -> handedOver ? LetterState.unknown : LetterState.deferred;
		};
	}

	private static int codeOf(MessagingException failure) {
		Exception cause = failure;
		while (cause instanceof MessagingException messaging) {
			int code = ownCodeOf(messaging);
			if (code > 0) {
				return code;
			}
			cause = messaging.getNextException();
		}
		return 0;
	}

	private static int ownCodeOf(MessagingException failure) {
		if (failure instanceof SMTPAddressFailedException address) {
			return address.getReturnCode();
		}
		if (failure instanceof SMTPSenderFailedException sender) {
			return sender.getReturnCode();
		}
		return (failure instanceof SMTPSendFailedException send) ? send.getReturnCode() : 0;
	}

	/** What the mail server said, or what kept us from asking. */
	static String wordsOf(MessagingException failure) {
		Exception last = failure;
		while (last instanceof MessagingException messaging && messaging.getNextException() != null) {
			last = messaging.getNextException();
		}
		String words = textOf(last);
		return (words != null) ? words : last.getClass().getSimpleName();
	}

	private static @Nullable String textOf(Exception failure) {
		String text = failure.getMessage();
		return (text == null || text.isBlank()) ? null : text;
	}

}
