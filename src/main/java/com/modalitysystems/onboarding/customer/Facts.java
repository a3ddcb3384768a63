package com.modalitysystems.onboarding.customer;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What arrived from outside. Each fact is counted in the record before the process is
 * woken, and the process counts beside it what it has considered, so that no wake-up is
 * lost.
 */
@Repository
@Transactional
public class Facts {

	private final JdbcClient jdbc;

	private final CustomerRows rows;

	private final Clock clock;

	Facts(JdbcClient jdbc, ObjectMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.rows = new CustomerRows(json);
		this.clock = clock;
	}

	/** The customer answered: a fact to consider. */
	public void answered(CustomerReference reference, String answer) {
		this.jdbc.sql("""
				update customer set answer = :answer, facts_recorded = facts_recorded + 1
				where reference = :reference""")
			.param("answer", FreeText.of(answer).value())
			.param("reference", reference.value())
			.update();
	}

	/** The administrator came back from the consent page: a fact to consider. */
	public void consentReturned(CustomerReference reference, @Nullable String error, @Nullable TenantId claimed) {
		this.jdbc.sql("""
				update customer set consent_returned_at = :now, consent_return_error = :error,
					consent_return_tenant = cast(:claimed as uuid), facts_recorded = facts_recorded + 1
				where reference = :reference""")
			.param("now", now())
			.param("error", error)
			.param("claimed", (claimed != null) ? claimed.asText() : null)
			.param("reference", reference.value())
			.update();
	}

	/**
	 * The customer says that consent was granted: a fact to consider, which replaces an
	 * error that the administrator brought back from the consent page.
	 * @return whether this is news; while a return waits to be looked at, a further one
	 * changes nothing
	 */
	public boolean consentReported(CustomerReference reference) {
		return this.jdbc.sql("""
				update customer set consent_returned_at = :now, consent_return_error = null,
					facts_recorded = facts_recorded + 1
				where reference = :reference and (consent_returned_at is null or consent_return_error is not null
					or (consent ->> 'lookedAt')::timestamptz >= consent_returned_at)""")
			.param("now", now())
			.param("reference", reference.value())
			.update() == 1;
	}

	/** The customer says that the policy is in place: a fact to consider. */
	public void setupReported(CustomerReference reference) {
		this.jdbc.sql("""
				update customer set setup_reported_at = :now, facts_recorded = facts_recorded + 1
				where reference = :reference""").param("now", now()).param("reference", reference.value()).update();
	}

	/**
	 * Whether something arrived from outside that the process has not considered; the
	 * record is locked until this transaction ends.
	 */
	public boolean isWaiting(CustomerReference reference) {
		return this.jdbc.sql("""
				select facts_recorded > facts_considered from customer
				where reference = :reference for no key update""")
			.param("reference", reference.value())
			.query(Boolean.class)
			.single();
	}

	/** Those for whom something arrived that their process has not considered. */
	@Transactional(readOnly = true)
	public List<Customer> waiting() {
		return this.jdbc.sql("""
				select * from customer where facts_recorded > facts_considered
				and stage in ('awaitingCustomer', 'awaitingConsent', 'awaitingSetup')
				union select * from customer where stage = 'expired' and renewal_wished""").query(this.rows).list();
	}

	/** About whom staff are asked, and whose consent was not looked at since. */
	@Transactional(readOnly = true)
	public List<Customer> unseenWhileStaffAreAsked(Instant since) {
		return this.jdbc.sql("""
				select * from customer where stage = 'awaitingConsent' and waiting_for = 'staff'
				and coalesce((consent ->> 'lookedAt')::timestamptz, since) <= :since""")
			.param("since", since.atOffset(ZoneOffset.UTC))
			.query(this.rows)
			.list();
	}

	/**
	 * The customer was told that the service does not work: reports from before are moot.
	 */
	public void setupProblemTold(CustomerReference reference) {
		this.jdbc.sql("""
				update customer set setup_reported_at = null, facts_considered = facts_recorded
				where reference = :reference""").param("reference", reference.value()).update();
	}

	/** All facts so far are considered: this is the record with them. */
	public Customer consider(CustomerReference reference) {
		return this.jdbc
			.sql("update customer set facts_considered = facts_recorded where reference = :reference returning *")
			.param("reference", reference.value())
			.query(this.rows)
			.single();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

}
