package com.modalitysystems.onboarding.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.EmailAddress;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts letters into the outbox. A letter belongs to the transaction of the step that
 * writes it, so there must be one.
 * <p>
 * The round of a letter comes from the record. What happens once in an onboarding has one
 * round; an invitation has one for each link; what may come again has one for each visit
 * to a stage ({@code since}), told apart within the visit by what the letter is about.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OutboxLetters implements Letters {

	private static final String ONCE = "once";

	// the third goes to the further contact, too
	private static final int REMINDERS_TO_ONE = 3;

	private final Outbox outbox;

	private final MailSettings settings;

	OutboxLetters(Outbox outbox, MailSettings settings) {
		this.outbox = outbox;
		this.settings = settings;
	}

	@Override
	public void requestReceived(Customer customer) {
		write(customer, LetterKind.requestReceived, ONCE);
	}

	@Override
	public void question(Customer customer) {
		write(customer, LetterKind.question, visit(customer, customer.question()));
	}

	@Override
	public void consentInvitation(Customer customer) {
		write(customer, LetterKind.consentInvitation, customer.link().value());
	}

	@Override
	public void consentInvitationAnew(Customer customer) {
		write(customer, LetterKind.consentInvitation, visit(customer, null));
	}

	@Override
	public void consentReminder(Customer customer, Reminder reminder) {
		remind(customer, LetterKind.consentReminder, reminder);
	}

	@Override
	public void consentProblem(Customer customer) {
		write(customer, LetterKind.consentProblem, visit(customer, String.valueOf(customer.trouble().at())));
	}

	@Override
	public void addressOpened(Customer customer) {
		eachTime(customer, LetterKind.addressOpened);
	}

	@Override
	public void addressRefused(Customer customer) {
		eachTime(customer, LetterKind.addressRefused);
	}

	@Override
	public void colleagueRefused(Customer customer) {
		eachTime(customer, LetterKind.colleagueRefused);
	}

	/** Staff may decide twice in the same way: the customer hears it twice. */
	private void eachTime(Customer customer, LetterKind kind) {
		write(customer, kind, visit(customer, String.valueOf(this.outbox.countOf(customer, kind))));
	}

	@Override
	public void handedOver(Customer customer) {
		this.outbox.write(customer, LetterKind.handedOver, Addressee.former, customer.administrator().email(),
				customer.link().value());
	}

	@Override
	public void expiryNotice(Customer customer) {
		write(customer, LetterKind.expiryNotice, visit(customer, null));
		toManagers(customer, LetterKind.consentExpired);
	}

	@Override
	public void setupInstructions(Customer customer) {
		write(customer, LetterKind.setupInstructions, customer.link().value());
	}

	@Override
	public void setupReminder(Customer customer, Reminder reminder) {
		remind(customer, LetterKind.setupReminder, reminder);
	}

	@Override
	public void setupProblem(Customer customer) {
		write(customer, LetterKind.setupProblem, visit(customer, customer.reason()));
	}

	@Override
	public void welcome(Customer customer) {
		write(customer, LetterKind.welcome, ONCE);
	}

	@Override
	public void rejection(Customer customer) {
		write(customer, LetterKind.rejection, ONCE);
	}

	@Override
	public void cancellation(Customer customer) {
		write(customer, LetterKind.cancellation, ONCE);
	}

	@Override
	public void approvalOverdue(Customer customer) {
		toManagers(customer, LetterKind.approvalOverdue);
	}

	@Override
	public boolean again(Customer customer) {
		LetterKind kind = currentOf(customer);
		EmailAddress administrator = customer.administrator().email();
		// one that is still on its way is the one that is asked for
		if (kind != null && !this.outbox.hurry(customer, kind, administrator)) {
			this.outbox.write(customer, kind, Addressee.administrator, administrator,
					"again" + this.outbox.countOf(customer, kind));
		}
		return kind != null;
	}

	@Override
	public void withdraw(Customer customer) {
		if (customer.stage().isEnd()) {
			this.outbox.withdraw(customer);
		}
	}

	@Override
	public void linkReplaced(Customer customer) {
		LetterKind kind = currentOf(customer);
		if (kind != null && kind.leadsToRoom()) {
			write(customer, kind, customer.link().value());
		}
	}

	private void toManagers(Customer customer, LetterKind kind) {
		for (EmailAddress manager : this.settings.managers()) {
			this.outbox.write(customer, kind, Addressee.manager, manager, visit(customer, null));
		}
	}

	/** Who does not answer for long may be away: then the further contact hears of it. */
	private void remind(Customer customer, LetterKind kind, Reminder reminder) {
		write(customer, kind, visit(customer, String.valueOf(customer.remindersSent())),
				customer.remindersSent() >= REMINDERS_TO_ONE, reminder);
	}

	private void write(Customer customer, LetterKind kind, String round) {
		write(customer, kind, round, kind.isCopiedToContact(), Reminder.PLAIN);
	}

	private void write(Customer customer, LetterKind kind, String round, boolean contactToo, Reminder reminder) {
		EmailAddress administrator = customer.administrator().email();
		this.outbox.write(customer, kind, Addressee.administrator, administrator, round, reminder);
		EmailAddress contact = customer.asked().contact();
		if (contact != null && contactToo && !contact.equals(administrator)) {
			this.outbox.write(customer, kind, Addressee.contact, contact, round, reminder);
		}
	}

	private static @Nullable LetterKind currentOf(Customer customer) {
		return switch (customer.stage()) {
			case requested, awaitingApproval -> LetterKind.requestReceived;
			case awaitingCustomer -> LetterKind.question;
			case awaitingConsent -> LetterKind.consentInvitation;
			case expired -> LetterKind.expiryNotice;
			// we are at work; the letter of the stage is yet to come
			case provisioning -> null;
			case awaitingSetup, confirming -> LetterKind.setupInstructions;
			case live -> LetterKind.welcome;
			case rejected, closed -> LetterKind.rejection;
			case cancelled -> LetterKind.cancellation;
		};
	}

	private static String visit(Customer customer, @Nullable String about) {
		return customer.since() + "/" + digest((about != null) ? about : "");
	}

	/** Enough of a SHA-256 to tell texts apart, without their words. */
	static String digest(String text) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(hash, 0, 12);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
