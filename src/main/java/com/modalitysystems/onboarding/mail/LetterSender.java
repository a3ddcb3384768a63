package com.modalitysystems.onboarding.mail;

import java.util.Optional;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.LogLines;
import jakarta.mail.internet.MimeMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Sends one letter after the other: claims it in one transaction, sends it outside of
 * any, notes in another how it went.
 */
@Component
class LetterSender {

	private static final Logger log = LoggerFactory.getLogger(LetterSender.class);

	private static final int ATTEMPTS_TO_NOTE = 3;

	private final Outbox outbox;

	private final Customers customers;

	private final LetterPrinter printer;

	private final Courier courier;

	private final LastDelivery last;

	LetterSender(Outbox outbox, Customers customers, LetterPrinter printer, Courier courier, LastDelivery last) {
		this.outbox = outbox;
		this.customers = customers;
		this.printer = printer;
		this.courier = courier;
		this.last = last;
	}

	/**
	 * Send the letter whose turn it is.
	 * @return whether there was one
	 */
	boolean sendNext() {
		Optional<Envelope> claimed = this.outbox.claim();
		claimed.ifPresent(this::send);
		return claimed.isPresent();
	}

	private void send(Envelope letter) {
		LogLines.areAbout(letter.reference());
		try {
			Delivery delivery = deliver(letter);
			settle(letter, delivery);
			this.last.note(letter.kind(), delivery.state());
		}
		finally {
			LogLines.areAboutNobody();
		}
	}

	/**
	 * What the mail server said is known here only, and is not lost to another's work.
	 */
	private void settle(Envelope letter, Delivery delivery) {
		for (int attempt = 1; attempt < ATTEMPTS_TO_NOTE; attempt++) {
			try {
				this.outbox.settle(letter, delivery);
				return;
			}
			catch (RuntimeException ex) {
				log.info("What became of letter {} could not be noted at once: {}", letter.id(),
						ex.getClass().getName());
			}
		}
		this.outbox.settle(letter, delivery);
	}

	private Delivery deliver(Envelope letter) {
		MimeMessage message;
		try {
			Customer customer = this.customers.require(letter.reference());
			if (letter.kind().isOutdated(customer) || isOldLink(letter, customer)) {
				return new Delivery(LetterState.withdrawn, "");
			}
			message = this.printer.print(letter, customer);
		}
		catch (RuntimeException ex) {
			// its message could hold what a customer typed
			log.error("Letter {} ({} of {}) cannot be written: {}", letter.id(), letter.kind(), letter.reference(),
					ex.getClass().getName());
			return new Delivery(LetterState.deferred, "It could not be written: " + ex.getClass().getSimpleName());
		}
		return this.courier.deliver(message);
	}

	private static boolean isOldLink(Envelope letter, Customer customer) {
		return letter.link() != null && !letter.link().equals(customer.link());
	}

}
