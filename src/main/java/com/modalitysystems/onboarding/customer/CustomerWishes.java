package com.modalitysystems.onboarding.customer;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What customers ask for while we wait for them, and what became of it. Each wish is a
 * fact to consider.
 */
@Repository
@Transactional
public class CustomerWishes {

	private final JdbcClient jdbc;

	private final Clock clock;

	CustomerWishes(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Consent will be given from another address. The administrator's own is no wish: it
	 * takes one back, and a second click does not count as a second change.
	 */
	public void address(CustomerReference reference, PublicAddress address) {
		fact(reference, "address_wished = nullif(:value, admin_address)", address.value());
	}

	/** The other address is the administrator's from now on, and is to be let in. */
	public void addressGranted(CustomerReference reference, boolean byItself) {
		fact(reference,
				"""
						admin_address = coalesce(address_wished, admin_address), address_wished = null, window_wished = true,
						address_changes = address_changes + cast(:value as int), opening_to_tell = (:value = '0' and address_wished is not null)""",
				byItself ? "1" : "0");
	}

	/** The address stays as it is. */
	public void addressRefused(CustomerReference reference) {
		set(reference, "address_wished = null");
	}

	/** The administrator is back, and needs the way to the consent page. */
	public void window(CustomerReference reference) {
		fact(reference, "window_wished = (:value = 'yes')", "yes");
	}

	/**
	 * Whoever waits for the way to the consent page will have left our page before it is
	 * open.
	 */
	public void openingTakesLonger(CustomerReference reference) {
		set(reference, "opening_to_tell = opening_to_tell or window_wished");
	}

	/** The firewall lets this address in. */
	public void windowOpened(CustomerReference reference, PublicAddress address, Instant until) {
		this.jdbc.sql("""
				update customer set opened_address = :address, window_until = :until, window_wished = false,
					opening_to_tell = false
				where reference = :reference""")
			.param("address", address.value())
			.param("until", until.atOffset(ZoneOffset.UTC))
			.param("reference", reference.value())
			.update();
	}

	/** The firewall lets nobody of theirs in. */
	public void windowShut(CustomerReference reference) {
		set(reference, "opened_address = null, window_until = null");
	}

	/** A colleague is the right administrator. */
	public void successor(CustomerReference reference, Successor successor) {
		this.jdbc.sql("""
				update customer set successor_name = :name, successor_email = :email, successor_approved = false,
					facts_recorded = facts_recorded + 1
				where reference = :reference""")
			.param("name", successor.name())
			.param("email", successor.email().value())
			.param("reference", reference.value())
			.update();
	}

	/** Staff agree to the colleague. */
	public void successorApproved(CustomerReference reference) {
		fact(reference, "successor_approved = (:value = 'yes')", "yes");
	}

	/** The administrator stays. */
	public void successorRefused(CustomerReference reference) {
		set(reference, "successor_name = null, successor_email = null, successor_approved = false");
	}

	/**
	 * The colleague is the administrator from now on, behind a link of their own, and has
	 * as much time as anybody. What the one before wished about their own address is no
	 * wish of theirs.
	 */
	public void handedOver(CustomerReference reference) {
		this.jdbc.sql("""
				update customer set named_by = case when successor_name is null then named_by else admin_name end,
					admin_name = coalesce(successor_name, admin_name),
					admin_email = coalesce(successor_email, admin_email), successor_name = null, successor_email = null,
					successor_approved = false, link = :link,
					since = case when stage in ('awaitingConsent', 'awaitingSetup') then :now else since end,
					reminders_sent = 0, reminders_rest_until = null, address_wished = null, window_wished = false,
					opening_to_tell = false
				where reference = :reference""")
			.param("link", LinkId.random().value())
			.param("now", now())
			.param("reference", reference.value())
			.update();
	}

	/**
	 * We were told that somebody else is the administrator: nobody of theirs named them.
	 */
	public void handedOverByUs(CustomerReference reference, Successor successor) {
		successor(reference, successor);
		handedOver(reference);
		set(reference, "named_by = null");
	}

	/** The customer has all the time once more. */
	public void waitAnew(CustomerReference reference) {
		this.jdbc.sql("""
				update customer set since = :now, reminders_sent = 0, reminders_rest_until = null
				where reference = :reference""").param("now", now()).param("reference", reference.value()).update();
	}

	/**
	 * An expired onboarding is to go on.
	 * @return whether it is expired, and nobody asked for this before
	 */
	public boolean renewal(CustomerReference reference) {
		return this.jdbc.sql("""
				update customer set renewal_wished = true
				where reference = :reference and stage = 'expired' and not renewal_wished""")
			.param("reference", reference.value())
			.update() == 1;
	}

	/** Whether an expired onboarding is to go on. */
	public boolean isRenewalWished(CustomerReference reference) {
		return this.jdbc.sql("select renewal_wished from customer where reference = :reference")
			.param("reference", reference.value())
			.query(Boolean.class)
			.single();
	}

	/** The customer asks for rest, or to go on: only the dates change. */
	public void acted(CustomerReference reference) {
		fact(reference, "facts_considered = facts_considered + cast(:value as int)", "0");
	}

	/** The customer was told what is wrong with the consent. */
	public void consentTroubleTold(CustomerReference reference, Consent.Outcome outcome) {
		this.jdbc.sql("""
				update customer set consent_told = :outcome, consent_told_at = :now,
					consent_troubles = consent_troubles + 1
				where reference = :reference""")
			.param("outcome", outcome.name())
			.param("now", now())
			.param("reference", reference.value())
			.update();
	}

	/** Staff dealt with the trouble: it is counted anew. */
	public void consentTroubleResolved(CustomerReference reference) {
		this.jdbc.sql("update customer set consent_troubles = 0, consent_told_at = :now where reference = :reference")
			.param("now", now())
			.param("reference", reference.value())
			.update();
	}

	private void fact(CustomerReference reference, String assignment, String value) {
		this.jdbc
			.sql("update customer set " + assignment
					+ ", facts_recorded = facts_recorded + 1 where reference = :reference")
			.param("value", value)
			.param("reference", reference.value())
			.update();
	}

	private void set(CustomerReference reference, String assignment) {
		this.jdbc.sql("update customer set " + assignment + " where reference = :reference")
			.param("reference", reference.value())
			.update();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

}
