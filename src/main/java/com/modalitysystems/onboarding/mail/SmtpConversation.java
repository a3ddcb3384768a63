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

	/** Under whose name Jakarta Mail keeps the properties, with or without TLS. */
	static final String PROTOCOL = "smtp";

	private boolean handedOver;

	SmtpConversation(Session session) {
		super(session, new URLName(PROTOCOL, null, -1, null, null, null), PROTOCOL, false);
	}

	@Override
	protected void finishData() throws IOException, MessagingException {
		this.handedOver = true;
		super.finishData();
	}

	boolean isHandedOver() {
		return this.handedOver;
	}

	/** Ask whether a letter from this address would be taken, and send none. */
	void offerLetterFrom(String address) throws MessagingException {
		issueCommand("MAIL FROM:<" + address + ">", 250);
		issueCommand("RSET", 250);
	}

	/** Say goodbye; what the server makes of it changes nothing for the letter. */
	@Override
	public synchronized void close() {
		try {
			super.close();
		}
		catch (MessagingException ex) {
			// it is gone already
		}
	}

}
