package com.modalitysystems.onboarding.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.modalitysystems.onboarding.customer.EmailAddress;
import com.modalitysystems.onboarding.doctor.Examination;
import com.modalitysystems.onboarding.doctor.Finding;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import org.springframework.stereotype.Component;

/** Does the mail server take our letters? */
@Component
class MailExamination implements Examination {

	private final PostOffice server;

	private final Courier courier;

	private final LetterHead head;

	private final MailSettings settings;

	private final DoctorsLetterSettings told;

	MailExamination(PostOffice server, Courier courier, LetterHead head, MailSettings settings,
			DoctorsLetterSettings told) {
		this.server = server;
		this.courier = courier;
		this.head = head;
		this.settings = settings;
		this.told = told;
	}

	@Override
	public String subject() {
		return "Mail (SMTP)";
	}

	@Override
	public List<Finding> findings() {
		List<Finding> findings = new ArrayList<>();
		try (SmtpConversation conversation = this.server.open()) {
			findings.add(privacyOf(conversation));
			conversation.offerLetterFrom(this.settings.bouncesTo());
			findings.add(Finding.ok("takes letters from the address of mail.from"));
		}
		catch (AuthenticationFailedException ex) {
			findings.add(Finding.failed("does not take our credentials: " + Courier.wordsOf(ex),
					"Check spring.mail.username and spring.mail.password."));
			return findings;
		}
		catch (MessagingException ex) {
			findings.add(findings.isEmpty() ? unreachable(ex)
					: Finding.failed("does not take our letters: " + Courier.wordsOf(ex),
							"Let the mail server accept mail.from (or mail.return-path), or set another."));
			return findings;
		}
		findings
			.add((this.told.letterTo() != null) ? letterTo(this.told.letterTo()) : Finding.warning("no letter was sent",
					"Add --doctor.letter-to= with an address of yours, and look whether it arrives."));
		return findings;
	}

	private Finding privacyOf(SmtpConversation conversation) {
		return conversation.isSSL() ? Finding.ok(this.server.name() + " answers, in private")
				: Finding.warning(this.server.name() + " answers, but everybody can listen",
						"Set mail.tls to required, unless the mail server is on this machine.");
	}

	private Finding unreachable(MessagingException failure) {
		return Finding.failed(this.server.name() + " cannot be spoken to: " + Courier.wordsOf(failure),
				"Check spring.mail.host, spring.mail.port and mail.tls (" + this.settings.tls() + ").");
	}

	private Finding letterTo(EmailAddress recipient) {
		Delivery delivery = this.courier.deliver(letter(recipient));
		String words = delivery.wordsWithout(recipient);
		return (delivery.state() == LetterState.accepted)
				? Finding.ok("took a letter to the address of --doctor.letter-to: " + words)
				: Finding.failed("did not take a letter to the address of --doctor.letter-to: " + words,
						"Let the mail server relay letters of ours to other domains.");
	}

	private MimeMessage letter(EmailAddress recipient) {
		try {
			MimeMessage letter = this.head.on("<" + UUID.randomUUID() + "@" + this.settings.domain() + ">", recipient);
			letter.setSubject("A letter to see whether letters arrive", LetterHead.CHARSET);
			letter.setText("""
					Somebody examines an installation of OneMeeting Onboarding, and gave your address for this letter.

					That you read it shows that our mail server takes letters and that yours accepts them. Whether
					customers will find theirs in the inbox, its headers show: look for spf=pass, dkim=pass and
					dmarc=pass in "Authentication-Results".
					""", LetterHead.CHARSET);
			letter.saveChanges();
			return letter;
		}
		catch (MessagingException ex) {
			throw new IllegalStateException("A letter cannot be put into MIME", ex);
		}
	}

}
