package com.modalitysystems.onboarding.notices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is still to be told of what. Whoever takes a notice has it for a while; if they die
 * meanwhile, it is taken again: everybody is told at least once.
 */
@Repository
@Transactional
class NoticeQueue {

	private static final Duration TAKEN_FOR = Duration.ofMinutes(2);

	private final JdbcClient jdbc;

	private final Clock clock;

	NoticeQueue(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Tell somebody of an event, once. */
	void add(String recipient, TrailEvent event) {
		this.jdbc.sql("""
				insert into notice (recipient, event, next_attempt_at) values (:recipient, :event, :now)
				on conflict do nothing""")
			.param("recipient", recipient)
			.param("event", event.number())
			.param("now", now())
			.update();
	}

	/** Tell somebody of an event that they may know already. */
	void addAgain(String recipient, TrailEvent event) {
		this.jdbc.sql("""
				insert into notice (recipient, event, next_attempt_at) values (:recipient, :event, :now)
				on conflict (recipient, event) do update set state = 'waiting', attempts = 0,
					next_attempt_at = excluded.next_attempt_at, settled_at = null, answer = null""")
			.param("recipient", recipient)
			.param("event", event.number())
			.param("now", now())
			.update();
	}

	/** Take the notice whose turn it is, of one of these. */
	Optional<Notice> take(Collection<String> recipients) {
		return this.jdbc.sql("""
				update notice set attempts = attempts + 1, next_attempt_at = :later
				where id = (
					select id from notice
					where state = 'waiting' and next_attempt_at <= :now and recipient in (:recipients)
					order by next_attempt_at, id limit 1 for update skip locked)
				returning id, recipient, event, attempts""")
			.param("now", now())
			.param("later", now().plus(TAKEN_FOR))
			.param("recipients", recipients)
			.query((row, index) -> new Notice(row.getLong("id"), row.getString("recipient"), row.getLong("event"),
					row.getInt("attempts")))
			.optional();
	}

	/** What somebody is to be told of, the oldest first. */
	List<Notice> waitingFor(String recipient) {
		return this.jdbc.sql("""
				select id, recipient, event, attempts from notice
				where recipient = :recipient and state = 'waiting' order by event limit 500""")
			.param("recipient", recipient)
			.query((row, index) -> new Notice(row.getLong("id"), row.getString("recipient"), row.getLong("event"),
					row.getInt("attempts")))
			.list();
	}

	void delivered(Collection<Notice> notices) {
		if (!notices.isEmpty()) {
			this.jdbc.sql("""
					update notice set state = 'delivered', settled_at = :now, answer = null
					where id in (:ids) and state = 'waiting'""")
				.param("now", now())
				.param("ids", notices.stream().map(Notice::id).toList())
				.update();
		}
	}

	void failed(Notice notice, String answer, Duration pause) {
		this.jdbc
			.sql("update notice set next_attempt_at = :next, answer = :answer where id = :id and state = 'waiting'")
			.param("next", now().plus(pause))
			.param("answer", answer)
			.param("id", notice.id())
			.update();
	}

	/** Give it up, until somebody says otherwise. */
	void dead(Notice notice, String answer) {
		this.jdbc.sql("""
				update notice set state = 'dead', settled_at = :now, answer = :answer
				where id = :id and state = 'waiting'""")
			.param("now", now())
			.param("answer", answer)
			.param("id", notice.id())
			.update();
	}

	/** Send what was given up once more. */
	int revive(String recipient) {
		return this.jdbc.sql("""
				update notice set state = 'waiting', attempts = 0, next_attempt_at = :now, settled_at = null
				where recipient = :recipient and state = 'dead'""")
			.param("now", now())
			.param("recipient", recipient)
			.update();
	}

	/** Forget what waits for somebody who wants to know it no longer. */
	void drop(String recipient) {
		this.jdbc.sql("delete from notice where recipient = :recipient and state = 'waiting'")
			.param("recipient", recipient)
			.update();
	}

	void forgetDeliveredBefore(Instant time) {
		this.jdbc.sql("delete from notice where state = 'delivered' and settled_at < :time")
			.param("time", time.atOffset(ZoneOffset.UTC))
			.update();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

}
