package com.modalitysystems.onboarding.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import javax.sql.DataSource;

import com.modalitysystems.onboarding.HouseTest;
import com.modalitysystems.onboarding.customer.OnboardingSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@HouseTest
class LimitsTests {

	@Autowired
	private DataSource database;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private OnboardingSettings settings;

	private final StoppedClock clock = new StoppedClock();

	private Limits limits;

	@BeforeEach
	void setUp() {
		this.limits = new Limits(this.database, this.clock, this.settings);
	}

	@Test
	void asManyAreTakenAsTheLimitSaysAndThenOneHasToWait() {
		Limit limit = limit(3, Duration.ofHours(1));
		assertThat(takeAll(limit)).isEqualTo(3);
		TooManyRequests refusal = this.limits.take(List.of(limit)).orElseThrow();
		assertThat(refusal.seconds()).isEqualTo(20 * 60);
		assertThat(refusal.minutes()).isEqualTo(20);
		this.clock.advance(Duration.ofMinutes(20));
		assertThat(takeAll(limit)).isOne();
		this.clock.advance(Duration.ofDays(1));
		assertThat(takeAll(limit)).isEqualTo(3);
	}

	@Test
	void oneIsNotCountedForAnother() {
		Limit limit = limit(1, Duration.ofHours(1));
		takeAll(limit);
		assertThat(takeAll(limit(1, Duration.ofHours(1)))).isOne();
		assertThat(takeAll(new Limit("other", limit.who(), 1, Duration.ofHours(1)))).isOne();
	}

	@Test
	void nothingIsCountedWhenOneLimitIsUsedUp() {
		Limit free = limit(2, Duration.ofHours(1));
		Limit used = limit(1, Duration.ofHours(1));
		takeAll(used);
		assertThat(this.limits.take(List.of(free, used))).isPresent();
		assertThat(takeAll(free)).isEqualTo(2);
	}

	@Test
	void whatDidNotTakePlaceIsGivenBackAndNoMore() {
		Limit limit = limit(2, Duration.ofHours(1));
		takeAll(limit);
		this.limits.giveBack(List.of(limit));
		assertThat(takeAll(limit)).isOne();
		this.limits.giveBack(List.of(limit, limit, limit, limit));
		assertThat(takeAll(limit)).isEqualTo(2);
	}

	@Test
	void nodesCountTogether() throws Exception {
		Limit limit = limit(5, Duration.ofHours(1));
		List<Limits> nodes = List.of(this.limits, new Limits(this.database, this.clock, this.settings));
		ExecutorService callers = Executors.newFixedThreadPool(8);
		try {
			List<Future<Boolean>> taken = new ArrayList<>();
			for (Limits node : nodes) {
				taken.addAll(callers.invokeAll(Collections.nCopies(10, () -> node.take(List.of(limit)).isEmpty())));
			}
			int let = 0;
			for (Future<Boolean> one : taken) {
				let += one.get() ? 1 : 0;
			}
			assertThat(let).isEqualTo(5);
		}
		finally {
			callers.shutdownNow();
		}
	}

	@Test
	void changedFiguresCountAtOnce() {
		Limit limit = limit(1, Duration.ofHours(1));
		takeAll(limit);
		assertThat(takeAll(new Limit(limit.kind(), limit.who(), 4, limit.period()))).isEqualTo(4);
	}

	@Test
	void databaseDoesNotTellWhoIsCounted() {
		this.limits.take(List.of(new Limit("test", "anna@contoso.com", 1, Duration.ofHours(1))));
		List<String> keys = this.jdbc.sql("select key from request_limit where key like 'test:1/PT1H:%'")
			.query(String.class)
			.list();
		assertThat(keys).isNotEmpty().allMatch(key -> key.matches("test:1/PT1H:[0-9a-f]{64}"));
	}

	@Test
	void whatIsFullAgainIsForgotten() {
		Limit open = limit(1, Duration.ofHours(1));
		this.limits.take(List.of(open));
		this.jdbc.sql("insert into request_limit (key, state, expires_at) values ('test:old', '\\x00', 1)").update();
		this.limits.forgetWhatIsFullAgain();
		assertThat(
				this.jdbc.sql("select count(*) from request_limit where key = 'test:old'").query(Long.class).single())
			.isZero();
		assertThat(this.limits.take(List.of(open))).isPresent();
	}

	private int takeAll(Limit limit) {
		int taken = 0;
		while (this.limits.take(List.of(limit)).isEmpty()) {
			taken++;
			assertThat(taken).isLessThan(100);
		}
		return taken;
	}

	private static Limit limit(int most, Duration period) {
		return new Limit("test", UUID.randomUUID().toString(), most, period);
	}

	/** A clock that stands until it is moved. */
	private static final class StoppedClock extends Clock {

		private Instant now = Instant.now();

		void advance(Duration step) {
			this.now = this.now.plus(step);
		}

		@Override
		public Instant instant() {
			return this.now;
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

	}

}
