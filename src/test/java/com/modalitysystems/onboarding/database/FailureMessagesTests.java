package com.modalitysystems.onboarding.database;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

import com.modalitysystems.onboarding.HouseTest;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What a failed statement says lands in the engine's tables and in the log. */
@HouseTest
class FailureMessagesTests {

	private static final String PERSON = "adele.vance@contoso.com";

	private static final String INSERT = "insert into failure_test (email, company) values (?, ?)";

	@Autowired
	private Ledger ledger;

	@Autowired
	private JdbcTemplate jdbc;

	@BeforeEach
	void table() {
		this.jdbc.execute("create table if not exists failure_test (email text unique, company text not null)");
		this.jdbc.execute("delete from failure_test");
		this.jdbc.update(INSERT, PERSON, "Contoso");
	}

	@Test
	void aValueThatIsThereAlreadyIsNotQuoted() {
		assertQuotesNobody(() -> this.jdbc.update(INSERT, PERSON, "Contoso"), "failure_test_email_key");
	}

	@Test
	void theRowAroundAMissingValueIsNotQuoted() {
		assertQuotesNobody(() -> this.jdbc.update(INSERT, PERSON, null), "\"company\"");
	}

	@Test
	void theRowsOfABatchAreNotQuoted() {
		assertQuotesNobody(
				() -> this.jdbc.batchUpdate(INSERT,
						List.of(new Object[] { "megan@contoso.com", "Contoso" }, new Object[] { PERSON, "Contoso" })),
				"failure_test_email_key");
	}

	@Test
	void theLedgerQuotesNobodyEither() {
		try (LedgerPage page = this.ledger.open()) {
			assertQuotesNobody(() -> page.write((own) -> insertPerson(own)), "failure_test_email_key");
		}
	}

	private static int insertPerson(JdbcClient jdbc) {
		return jdbc.sql(INSERT).params(PERSON, "Contoso").update();
	}

	private static void assertQuotesNobody(ThrowingCallable statement, String constraint) {
		DataIntegrityViolationException failure = catchThrowableOfType(DataIntegrityViolationException.class,
				statement);
		StringWriter everything = new StringWriter();
		failure.printStackTrace(new PrintWriter(everything));
		assertThat(everything.toString()).contains(constraint).doesNotContain("@contoso.com", "Contoso");
	}

}
