package com.modalitysystems.onboarding.database;

import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.stereotype.Component;

/**
 * A book beside the caller's transaction: what is written in it stays written when that
 * transaction is rolled back, and a name that is held in it is held against all nodes.
 * <p>
 * Its connections are its own. The caller sits in the engine's transaction and so on a
 * connection of the house's pool; were a second one taken from there, all of them could
 * end up with callers who wait for a second one, or for a name that only such a caller
 * can let go. Here each caller takes one connection, and whoever has it needs no other.
 */
@Component
public class Ledger implements DisposableBean {

	private static final Duration IDLE = Duration.ofMinutes(1);

	private final HikariDataSource connections = new HikariDataSource();

	Ledger(DataSource pool) throws SQLException {
		pool.unwrap(HikariDataSource.class).copyStateTo(this.connections);
		this.connections.setPoolName("ledger");
		this.connections.setMinimumIdle(0);
		this.connections.setIdleTimeout(IDLE.toMillis());
	}

	/** Open a page, to hold names and to write. */
	public LedgerPage open() {
		try {
			return new LedgerPage(this.connections);
		}
		catch (SQLException ex) {
			throw new CannotGetJdbcConnectionException("The ledger cannot be opened", ex);
		}
	}

	@Override
	public void destroy() {
		this.connections.close();
	}

}
