package com.modalitysystems.onboarding.customer;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The {@code state} that goes to Microsoft's consent page and comes back: random, bound
 * to one onboarding, short-lived, used once, kept as a hash only.
 */
@Repository
public class ConsentStates {

	private static final Duration LIFETIME = Duration.ofHours(2);

	private static final Duration KEPT = Duration.ofDays(7);

	private static final SecureRandom RANDOM = new SecureRandom();

	private final JdbcClient jdbc;

	private final Clock clock;

	ConsentStates(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** A new state for one journey to the consent page. */
	public String begin(CustomerReference reference) {
		byte[] bits = new byte[32];
		RANDOM.nextBytes(bits);
		String state = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
		this.jdbc.sql("delete from consent_state where expires_at < :longAgo")
			.param("longAgo", now().minus(KEPT))
			.update();
		this.jdbc.sql("""
				insert into consent_state (hash, reference, link, created_at, expires_at)
				select :hash, reference, link, :now, :expiresAt from customer where reference = :reference""")
			.param("hash", hash(state))
			.param("reference", reference.value())
			.param("now", now())
			.param("expiresAt", now().plus(LIFETIME))
			.update();
		return state;
	}

	/** Whose journey ends with this state; a second time, or too late, nobody's. */
	public Optional<CustomerReference> use(String state) {
		return this.jdbc.sql("""
				update consent_state set used_at = :now
				where hash = :hash and used_at is null and expires_at > :now returning reference""")
			.param("hash", hash(state))
			.param("now", now())
			.query(String.class)
			.optional()
			.map(CustomerReference::new);
	}

	/** Whether this journey began behind the link that leads to the room now. */
	public boolean isOfLink(String state, LinkId link) {
		return this.jdbc.sql("select exists (select from consent_state where hash = :hash and link = :link)")
			.param("hash", hash(state))
			.param("link", link.value())
			.query(Boolean.class)
			.single();
	}

	/** Whose journey this state has ended before, or would have ended in time. */
	public Optional<Spent> spent(String state) {
		return this.jdbc.sql("select reference, used_at is null as late from consent_state where hash = :hash")
			.param("hash", hash(state))
			.query((row, index) -> new Spent(new CustomerReference(row.getString("reference")), row.getBoolean("late")))
			.optional();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static String hash(String state) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			return HexFormat.of().formatHex(digest.digest(state.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	/**
	 * A state that is good for nothing any more.
	 *
	 * @param reference whose journey it was
	 * @param late whether it came back too late; if not, it came back before
	 */
	public record Spent(CustomerReference reference, boolean late) {
	}

}
