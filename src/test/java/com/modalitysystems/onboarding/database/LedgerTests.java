package com.modalitysystems.onboarding.database;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import com.modalitysystems.onboarding.HouseTest;
import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@HouseTest
class LedgerTests {

	private static final Duration SHORT = Duration.ofMillis(100);

	private static final Duration LONG = Duration.ofSeconds(10);

	@Autowired
	private Ledger ledger;

	@Autowired
	private HikariDataSource pool;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PlatformTransactionManager transactions;

	@BeforeEach
	void table() {
		this.jdbc.sql("create table if not exists ledger_test (word text)").update();
		this.jdbc.sql("delete from ledger_test").update();
	}

	@Test
	void whatIsWrittenStaysWhenTheCallersTransactionIsRolledBack() {
		new TransactionTemplate(this.transactions).executeWithoutResult((caller) -> {
			write("callers", this.jdbc);
			try (LedgerPage page = this.ledger.open()) {
				page.write((own) -> write("ledgers", own));
			}
			caller.setRollbackOnly();
		});
		assertThat(words()).containsExactly("ledgers");
	}

	@Test
	void whatFailsHalfwayIsNotWritten() {
		try (LedgerPage page = this.ledger.open()) {
			assertThatIllegalStateException().isThrownBy(() -> page.write((own) -> {
				write("half", own);
				throw new IllegalStateException("the other half");
			}));
		}
		assertThat(words()).isEmpty();
	}

	@Test
	void aNameIsHeldAgainstOthersUntilThePageIsClosed() {
		try (LedgerPage other = this.ledger.open()) {
			try (LedgerPage page = this.ledger.open()) {
				assertThat(page.hold("name", LONG)).isTrue();
				assertThat(page.hold("name", LONG)).isTrue();
				assertThat(other.hold("name", SHORT)).isFalse();
				assertThat(other.hold("another name", SHORT)).isTrue();
			}
			assertThat(other.hold("name", SHORT)).isTrue();
		}
	}

	@Test
	void callersThatTogetherHoldTheWholePoolAllGetTheirTurn() throws Exception {
		int callers = this.pool.getMaximumPoolSize();
		CyclicBarrier poolIsUsedUp = new CyclicBarrier(callers);
		ExecutorService threads = Executors.newFixedThreadPool(callers);
		try {
			Callable<Integer> caller = () -> new TransactionTemplate(this.transactions).execute((status) -> {
				write("callers", this.jdbc);
				await(poolIsUsedUp);
				try (LedgerPage page = this.ledger.open()) {
					assertThat(page.hold("everybody's", LONG)).isTrue();
					return page.write((own) -> write("ledgers", own));
				}
			});
			List<Future<Integer>> results = IntStream.range(0, callers)
				.mapToObj((number) -> threads.submit(caller))
				.toList();
			for (Future<Integer> result : results) {
				assertThat(result.get(20, TimeUnit.SECONDS)).isEqualTo(1);
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	private static void await(CyclicBarrier barrier) {
		try {
			barrier.await(20, TimeUnit.SECONDS);
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static int write(String word, JdbcClient jdbc) {
		return jdbc.sql("insert into ledger_test values (:word)").param("word", word).update();
	}

	private List<String> words() {
		return this.jdbc.sql("select word from ledger_test").query(String.class).list();
	}

}
