package com.modalitysystems.onboarding.intake;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;

import com.modalitysystems.onboarding.customer.OnboardingSettings;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How much was asked for lately, counted in the database for all nodes. Who is counted
 * stands there as a keyed hash only.
 */
@Component
class Limits {

	private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;

	private final OnboardingSettings settings;

	Limits(DataSource database, Clock clock, OnboardingSettings settings) {
		this.settings = settings;
		this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
			.primaryKeyMapper(PrimaryKeyMapper.STRING)
			.table("request_limit")
			.idColumn("key")
			.stateColumn("state")
			.expiresAtColumn("expires_at")
			.clientClock(new ClockMeter(clock))
			.expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ZERO))
			.build();
	}

	/**
	 * Count one more for each limit, or none at all.
	 * @return why not, when one is used up
	 */
	Optional<TooManyRequests> take(List<Limit> limits) {
		List<Limit> taken = new ArrayList<>();
		for (Limit limit : limits) {
			ConsumptionProbe probe = bucket(limit).tryConsumeAndReturnRemaining(1);
			if (!probe.isConsumed()) {
				giveBack(taken);
				return Optional.of(new TooManyRequests(Duration.ofNanos(probe.getNanosToWaitForRefill())));
			}
			taken.add(limit);
		}
		return Optional.empty();
	}

	/** What was counted did not take place. */
	void giveBack(List<Limit> limits) {
		limits.forEach(limit -> bucket(limit).addTokens(1));
	}

	@Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT15M")
	void forgetWhatIsFullAgain() {
		this.buckets.removeExpired(10_000);
	}

	// the figures stand in the name, so that a changed setting counts at once
	private Bucket bucket(Limit limit) {
		String name = "%s:%d/%s:%s".formatted(limit.kind(), limit.most(), limit.period(), hash(limit.who()));
		return this.buckets.builder().build(name, limit::configuration);
	}

	private String hash(String who) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			byte[] secret = this.settings.linkSecret().reveal().getBytes(StandardCharsets.UTF_8);
			mac.init(new SecretKeySpec(secret, "HmacSHA256"));
			return HexFormat.of().formatHex(mac.doFinal(who.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java platform has HmacSHA256", ex);
		}
	}

	/** The application's clock, as buckets want it. */
	private record ClockMeter(Clock clock) implements TimeMeter {

		@Override
		public long currentTimeNanos() {
			return Duration.ofMillis(this.clock.millis()).toNanos();
		}

		@Override
		public boolean isWallClockBased() {
			return true;
		}

	}

}
