package com.modalitysystems.onboarding.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.EmailAddress;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The letters that did not arrive, or of which nobody can say it. */
@Repository
@Transactional
public class UndeliveredLetters {

	private final JdbcClient jdbc;

	private final Customers customers;

	private final LetterNews news;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	UndeliveredLetters(JdbcClient jdbc, Customers customers, LetterNews news, ApplicationEventPublisher events,
			Clock clock) {
		this.jdbc = jdbc;
		this.customers = customers;
		this.news = news;
		this.events = events;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	public UndeliveredLetter require(long letter) {
		return this.jdbc.sql("select * from letter where id = :id")
			.param("id", letter)
			.query(UndeliveredLetters::read)
			.single();
	}

	/** Whether a letter to the customer's administrator is in trouble. */
	@Transactional(readOnly = true)
	public boolean anyOf(CustomerReference reference) {
		return this.jdbc.sql("""
				select exists (select from letter
				where reference = :reference and state in ('refused', 'unknown') and addressee = 'administrator')""")
			.param("reference", reference.value())
			.query(Boolean.class)
			.single();
	}

	/**
	 * Send a letter in trouble again, to this address.
	 * @return whether it was in trouble still
	 */
	public boolean sendAgain(long letter, EmailAddress recipient) {
		boolean queued = this.jdbc.sql("""
				update letter set state = 'queued', recipient = :recipient, next_attempt_at = :now, written_at = :now,
					key = case when exists (select from letter other
							where other.key = regexp_replace(letter.key, '[^/]+$', :digest))
						then key else regexp_replace(key, '[^/]+$', :digest) end
				where id = :id and state in ('refused', 'unknown')""")
			.param("recipient", recipient.value())
			.param("digest", Outbox.keyOf(recipient))
			.param("now", now())
			.param("id", letter)
			.update() == 1;
		if (queued) {
			this.events.publishEvent(new LetterWritten());
		}
		return queued;
	}

	/**
	 * A letter in trouble is not sent any more.
	 * @return whether it was in trouble still
	 */
	public boolean leave(long letter) {
		return this.jdbc.sql("""
				update letter set state = 'left', settled_at = :now
				where id = :id and state in ('refused', 'unknown')""")
			.param("now", now())
			.param("id", letter)
			.update() == 1;
	}

	/**
	 * A letter that the mail server had taken came back.
	 * @param messageId its Message-ID, with or without angle brackets
	 * @param words why, as the other side says it
	 * @return whether there was such a letter
	 */
	public boolean cameBack(String messageId, String words) {
		Optional<UndeliveredLetter> letter = this.jdbc.sql("select * from letter where message_id = :messageId")
			.param("messageId", messageId.startsWith("<") ? messageId : "<" + messageId + ">")
			.query(UndeliveredLetters::read)
			.optional();
		letter.ifPresent(found -> {
			this.customers.lock(found.reference());
			refuse(found, words);
		});
		return letter.isPresent();
	}

	private void refuse(UndeliveredLetter letter, String words) {
		int refused = this.jdbc.sql("""
				update letter set state = 'refused', server_words = :words, settled_at = :now
				where id = :id and state in ('accepted', 'unknown')""")
			.param("words", new Delivery(LetterState.refused, words).wordsWithout(letter.recipient()))
			.param("now", now())
			.param("id", letter.id())
			.update();
		if (refused > 0) {
			this.news.cameBack(letter);
		}
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static UndeliveredLetter read(ResultSet row, int index) throws SQLException {
		return new UndeliveredLetter(row.getLong("id"), new CustomerReference(row.getString("reference")),
				LetterKind.valueOf(row.getString("kind")), Addressee.valueOf(row.getString("addressee")),
				new EmailAddress(row.getString("recipient")), LetterState.valueOf(row.getString("state")),
				row.getString("server_words"));
	}

}
