package com.modalitysystems.onboarding.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.Function;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A page of the {@link Ledger}: one connection, which holds the names and writes what is
 * written under them, so that whoever has lost the connection has lost both.
 */
public final class LedgerPage implements AutoCloseable {

	// Spring has no name for this state of PostgreSQL's
	private static final String LOCK_NOT_AVAILABLE = "55P03";

	private final HikariDataSource connections;

	private final Connection connection;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	LedgerPage(HikariDataSource connections) throws SQLException {
		this.connections = connections;
		this.connection = connections.getConnection();
		SingleConnectionDataSource source = new SingleConnectionDataSource(this.connection, true);
		this.jdbc = JdbcClient.create(source);
		this.transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
		// the caller's transaction is another connection's, and is left alone
		this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/**
	 * Hold a name until the page is closed; nobody else on any node holds it meanwhile.
	 * @param name what is held; a page may hold several
	 * @param patience how long to wait for whoever holds it now
	 * @return whether it is held
	 */
	public boolean hold(String name, Duration patience) {
		try {
			return write((jdbc) -> {
				jdbc.sql("select set_config('lock_timeout', :patience, true)")
					.param("patience", patience.toMillis() + "ms")
					.query(String.class)
					.single();
				// of the session, not of this short transaction
				return jdbc.sql("select true from pg_advisory_lock(hashtextextended(:name, 0))")
					.param("name", name)
					.query(Boolean.class)
					.single();
			});
		}
		catch (UncategorizedSQLException ex) {
			if (LOCK_NOT_AVAILABLE.equals(ex.getSQLException().getSQLState())) {
				return false;
			}
			throw ex;
		}
	}

	/** Write something: all of it or nothing, and for good once this returns. */
	public <T> T write(Function<JdbcClient, T> work) {
		T written = this.transaction.execute((status) -> work.apply(this.jdbc));
		if (written == null) {
			throw new IllegalStateException("What is written on a page has a result");
		}
		return written;
	}

	@Override
	public void close() {
		try (Statement statement = this.connection.createStatement()) {
			statement.execute("select pg_advisory_unlock_all()");
			this.connection.close();
		}
		catch (SQLException ex) {
			// whoever takes this connection next must not hold our names
			this.connections.evictConnection(this.connection);
		}
	}

}
