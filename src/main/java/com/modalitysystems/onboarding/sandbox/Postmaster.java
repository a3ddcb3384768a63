package com.modalitysystems.onboarding.sandbox;

import java.util.List;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import jakarta.mail.MessagingException;
import org.jspecify.annotations.Nullable;

/**
 * Takes the letters of one SMTP conversation, and keeps each before it is acknowledged.
 */
class Postmaster extends SmtpManager {

	private final Mailbox mailbox;

	private final Faults faults;

	private final Journal journal;

	private Runnable hangUp = () -> {
	};

	Postmaster(Managers managers, Mailbox mailbox, Faults faults, Journal journal) {
		super(managers.getImapHostManager(), managers.getUserManager());
		this.mailbox = mailbox;
		this.faults = faults;
		this.journal = journal;
	}

	void onHangUp(Runnable hangUp) {
		this.hangUp = hangUp;
	}

	/** Refuse or defer a recipient where a fault wants it. */
	@Override
	public @Nullable String checkRecipient(SmtpState state, MailAddress recipient) {
		Fault fault = this.faults.next(Target.smtp, recipient.getEmail(), Postmaster::refuses).orElse(null);
		if (fault == null) {
			return null;
		}
		this.journal.write(Target.smtp, "RCPT", recipient.getEmail(), "", fault.status(), fault.summary());
		return answer(fault);
	}

	/** Keep the letter, unless a fault wants it lost. */
	@Override
	public @Nullable String checkData(SmtpState state) {
		MovingMessage message = state.getMessage();
		List<String> recipients = message.getToAddresses().stream().map(MailAddress::getEmail).toList();
		String path = String.join(", ", recipients);
		Fault fault = this.faults.next(Target.smtp, path, candidate -> !refuses(candidate)).orElse(null);
		if (fault == null || fault.onlyDelays() || fault.comesAfter()) {
			this.mailbox.keep(message.getMessage(), recipients);
		}
		this.journal.write(Target.smtp, "DATA", path, subject(message), status(fault),
				(fault != null) ? fault.summary() : null);
		return (fault != null) ? answer(fault) : null;
	}

	private static boolean refuses(Fault fault) {
		return fault.status() != null && !fault.drops() && !fault.comesAfter();
	}

	private static @Nullable Integer status(@Nullable Fault fault) {
		return (fault == null || fault.onlyDelays()) ? Integer.valueOf(250) : fault.status();
	}

	private @Nullable String answer(Fault fault) {
		fault.hold();
		if (fault.drops()) {
			this.hangUp.run();
			return "421 Service closing transmission channel";
		}
		return (fault.status() != null) ? fault.status() + " A fault that was asked for at /sandbox/faults" : null;
	}

	private static String subject(MovingMessage message) {
		try {
			return "Subject: " + message.getMessage().getSubject();
		}
		catch (MessagingException ex) {
			return "";
		}
	}

	/** Nothing is left to do: the letter was kept before. */
	@Override
	public void send(SmtpState state) {
	}

}
