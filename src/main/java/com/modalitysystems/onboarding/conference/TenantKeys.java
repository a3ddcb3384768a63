package com.modalitysystems.onboarding.conference;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.database.LedgerPage;

/**
 * Our record of tenant keys, those of the past included. It is written before Pexip is
 * asked for the first object, beside the caller's transaction.
 */
class TenantKeys {

	private final LedgerPage page;

	private final Clock clock;

	TenantKeys(LedgerPage page, Clock clock) {
		this.page = page;
		this.clock = clock;
	}

	/** The customer's key. */
	Optional<TenantKey> of(CustomerReference reference) {
		return this.page.write((jdbc) -> jdbc.sql("""
				select alias, domain from tenant_key
				where reference = :reference and given_up_at is null""")
			.param("reference", reference.value())
			.query(TenantKey.class)
			.optional());
	}

	/** Whether nobody has or had this alias. */
	boolean isFree(String alias) {
		return this.page.write((jdbc) -> jdbc.sql("select not exists (select from tenant_key where alias = :alias)")
			.param("alias", alias)
			.query(Boolean.class)
			.single());
	}

	/**
	 * Reserve a key for a customer.
	 * @return false if somebody else was faster
	 */
	boolean reserve(TenantKey key, CustomerReference reference) {
		return this.page.write((jdbc) -> jdbc.sql("""
				insert into tenant_key (alias, domain, reference, reserved_at)
				values (:alias, :domain, :reference, :now)
				on conflict (alias) do nothing""")
			.param("alias", key.alias())
			.param("domain", key.domain())
			.param("reference", reference.value())
			.param("now", now())
			.update() == 1);
	}

	/** The key turned out to be somebody else's on the platform. */
	void giveUp(TenantKey key) {
		this.page.write((jdbc) -> jdbc.sql("update tenant_key set given_up_at = :now where alias = :alias")
			.param("now", now())
			.param("alias", key.alias())
			.update());
	}

	/** The customer's place is gone; its key stays its own. */
	void withdrawn(CustomerReference reference) {
		this.page.write((jdbc) -> jdbc.sql("""
				update tenant_key set withdrawn_at = coalesce(withdrawn_at, :now)
				where reference = :reference""").param("now", now()).param("reference", reference.value()).update());
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

}
