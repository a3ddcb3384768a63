package com.modalitysystems.onboarding.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.EmailAddress;
import com.modalitysystems.onboarding.customer.LinkId;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * All letters: those to send, and what became of the others. Whoever changes a letter
 * that exists keeps the record of its customer first, or two who do both wait for each
 * other.
 */
@Repository
@Transactional
class Outbox {

	private final JdbcClient jdbc;

	private final Customers customers;

	private final MailSettings settings;

	private final LetterNews news;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Outbox(JdbcClient jdbc, Customers customers, MailSettings settings, LetterNews news,
			ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.customers = customers;
		this.settings = settings;
		this.news = news;
		this.events = events;
		this.clock = clock;
	}

	/** Put a letter in, unless this very one is in already. */
	void write(Customer customer, LetterKind kind, Addressee addressee, EmailAddress recipient, String round) {
		write(customer, kind, addressee, recipient, round, Reminder.PLAIN);
	}

	/** The same, with what a reminder has of its own. */
	void write(Customer customer, LetterKind kind, Addressee addressee, EmailAddress recipient, String round,
			Reminder reminder) {
		int written = this.jdbc.sql("""
				insert into letter (key, reference, kind, addressee, recipient, link, tone, day, message_id, state,
					written_at, next_attempt_at)
				values (:key, :reference, :kind, :addressee, :recipient, :link, :tone, :day, :messageId, 'queued',
					:now, :now)
				on conflict (key) do nothing""")
			.param("key", String.join("/", customer.reference().value(), kind.name(), round, keyOf(recipient)))
			.param("reference", customer.reference().value())
			.param("kind", kind.name())
			.param("addressee", addressee.name())
			.param("recipient", recipient.value())
			.param("link", kind.leadsToRoom() ? customer.link().value() : null)
			.param("tone", reminder.tone().name())
			.param("day", reminder.day())
			.param("messageId", "<" + UUID.randomUUID() + "@" + this.settings.domain() + ">")
			.param("now", now())
			.update();
		if (written > 0) {
			this.events.publishEvent(new LetterWritten());
		}
	}

	/**
	 * Send a letter that still waits now.
	 * @return whether one was waiting
	 */
	boolean hurry(Customer customer, LetterKind kind, EmailAddress recipient) {
		int hurried = this.jdbc.sql("""
				update letter set next_attempt_at = :now
				where reference = :reference and kind = :kind and recipient = :recipient
				and (link is null or link = :link) and state in ('queued', 'sending', 'deferred')""")
			.param("now", now())
			.param("reference", customer.reference().value())
			.param("kind", kind.name())
			.param("recipient", recipient.value())
			.param("link", customer.link().value())
			.update();
		if (hurried > 0) {
			this.events.publishEvent(new LetterWritten());
		}
		return hurried > 0;
	}

	int countOf(Customer customer, LetterKind kind) {
		return this.jdbc.sql("select count(*) from letter where reference = :reference and kind = :kind")
			.param("reference", customer.reference().value())
			.param("kind", kind.name())
			.query(Integer.class)
			.single();
	}

	/** Take the letter whose turn it is; no other node gets it. */
	Optional<Envelope> claim() {
		return this.jdbc.sql("""
				update letter set state = 'sending', attempts = attempts + 1, claimed_at = :now
				where id = (
					select id from letter where state in ('queued', 'deferred') and next_attempt_at <= :now
					order by next_attempt_at, id limit 1 for update skip locked)
				returning *""").param("now", now()).query(Outbox::envelope).optional();
	}

	/** Note how an attempt went, even if it was given up as unknown meanwhile. */
	void settle(Envelope letter, Delivery delivery) {
		// first the record, then the letter, as everybody who wants both
		this.customers.lock(letter.reference());
		OffsetDateTime next = now().plus(this.settings.pauseAfter(letter.attempts()));
		LetterState state = this.jdbc.sql("""
				update letter set server_words = :words, next_attempt_at = :next, settled_at = :now,
					state = case when :state = 'deferred' and written_at <= :patience then 'refused' else :state end
				where id = :id and attempts = :attempts and state in ('sending', 'unknown')
				returning state""")
			.param("words", delivery.wordsWithout(letter.recipient()))
			.param("next", next)
			.param("now", now())
			.param("state", delivery.state().name())
			.param("patience", now().minus(this.settings.giveUpAfter()))
			.param("id", letter.id())
			.param("attempts", letter.attempts())
			.query((row, index) -> LetterState.valueOf(row.getString("state")))
			.optional()
			.orElse(LetterState.sending);
		this.news.tell(letter, state);
	}

	/** What is no longer true is not sent, whether it waits or is in trouble. */
	void withdraw(Customer customer) {
		List<String> outdated = Stream.of(LetterKind.values())
			.filter((kind) -> kind.isOutdated(customer))
			.map(LetterKind::name)
			.toList();
		this.jdbc.sql("""
				update letter set state = 'withdrawn', settled_at = :now
				where reference = :reference and kind in (:outdated)
				and state in ('queued', 'deferred', 'refused', 'unknown')
				returning *""")
			.param("now", now())
			.param("reference", customer.reference().value())
			.param("outdated", outdated)
			.query(Outbox::envelope)
			.list()
			.forEach((letter) -> this.news.tell(letter, LetterState.withdrawn));
	}

	/** Give up the claims of nodes that died: what they did, nobody can say. */
	void giveUpOldClaims() {
		OffsetDateTime old = now().minus(this.settings.claimLifetime());
		this.jdbc.sql("""
				select distinct reference from letter where state = 'sending' and claimed_at <= :old
				order by reference""")
			.param("old", old)
			.query(String.class)
			.list()
			.forEach(reference -> giveUpOldClaims(new CustomerReference(reference), old));
	}

	private void giveUpOldClaims(CustomerReference reference, OffsetDateTime old) {
		this.customers.lock(reference);
		this.jdbc.sql("""
				update letter set state = 'unknown', settled_at = :now,
					server_words = 'The attempt to send it was interrupted.'
				where reference = :reference and state = 'sending' and claimed_at <= :old
				returning *""")
			.param("reference", reference.value())
			.param("now", now())
			.param("old", old)
			.query(Outbox::envelope)
			.list()
			.forEach(letter -> this.news.tell(letter, LetterState.unknown));
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	static String keyOf(EmailAddress recipient) {
		return OutboxLetters.digest(recipient.value().toLowerCase(Locale.ROOT));
	}

	private static Envelope envelope(ResultSet row, int index) throws SQLException {
		return new Envelope(row.getLong("id"), new CustomerReference(row.getString("reference")),
				LetterKind.valueOf(row.getString("kind")), Addressee.valueOf(row.getString("addressee")),
				new EmailAddress(row.getString("recipient")), link(row.getString("link")),
				new Reminder(Tone.valueOf(row.getString("tone")), row.getObject("day", LocalDate.class)),
				row.getString("message_id"), row.getInt("attempts"));
	}

	private static @Nullable LinkId link(@Nullable String link) {
		return (link != null) ? new LinkId(link) : null;
	}

}
