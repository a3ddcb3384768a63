package com.modalitysystems.onboarding.mail;

import java.io.IOException;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * One conversation with the mail server that remembers whether the letter was handed over
 * in full: before, the server cannot have taken it; after, only its answer can tell.
 */
class SmtpConversation extends SMTPTransport {

	private boolean handedOver;

	SmtpConversation(Session session, String protocol) {
		super(session, new URLName(protocol, null, -1, null, null, null), protocol, protocol.equals("smtps"));
	}

	@Override
	protected void finishData() throws IOException, MessagingException {
		this.handedOver = true;
		super.finishData();
	}

	boolean isHandedOver() {
		return this.handedOver;
	}

	/** Say goodbye; what the server makes of it changes nothing for the letter. */
	void leave() {
		try {
			close();
		}
		catch (MessagingException ex) {
			// it is gone already
		}
	}

}
