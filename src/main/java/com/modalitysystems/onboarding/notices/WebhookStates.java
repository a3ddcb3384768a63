package com.modalitysystems.onboarding.notices;

import java.time.OffsetDateTime;
import java.util.List;

import com.modalitysystems.onboarding.notices.WebhookState.DeadLetter;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the webhooks fare, read from their notices. */
@Repository
class WebhookStates {

	private final JdbcClient jdbc;

	WebhookStates(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	WebhookState of(Webhook webhook) {
		return this.jdbc.sql("""
				select max(settled_at) filter (where state = 'delivered') as delivered_at,
					count(*) filter (where state = 'waiting') as waiting,
					count(*) filter (where state = 'dead') as dead
				from notice where recipient = :recipient""")
			.param("recipient", webhook.recipient())
			.query((row, index) -> new WebhookState(webhook.name(), webhook.url().getHost(),
					row.getObject("delivered_at", OffsetDateTime.class), row.getLong("waiting"), row.getLong("dead"),
					deadLetters(webhook)))
			.single();
	}

	private List<DeadLetter> deadLetters(Webhook webhook) {
		return this.jdbc.sql("""
				select trail.reference, trail.what, trail.at, notice.attempts, notice.answer
				from notice join trail on trail.id = notice.event
				where notice.recipient = :recipient and notice.state = 'dead'
				order by notice.id desc limit 20""")
			.param("recipient", webhook.recipient())
			.query((row, index) -> new DeadLetter(row.getString("reference"), row.getString("what"),
					row.getTimestamp("at").toInstant(), row.getInt("attempts"), row.getString("answer")))
			.list();
	}

}
