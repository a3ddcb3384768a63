package com.modalitysystems.onboarding.sandbox;

import java.util.function.Supplier;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.annotation.PreDestroy;

import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The sandbox's own connections to the database. The application holds one of its
 * connections while it calls the outside world; were the sandbox to take from the same
 * pool, the two could wait for each other.
 */
@Profile("sandbox")
@Component
@DependsOnDatabaseInitialization
class SandboxDatabase {

	private final HikariDataSource pool = new HikariDataSource();

	private final JdbcClient jdbc = JdbcClient.create(this.pool);

	private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(this.pool));

	SandboxDatabase(JdbcConnectionDetails details) {
		this.pool.setPoolName("sandbox");
		this.pool.setJdbcUrl(details.getJdbcUrl());
		this.pool.setUsername(details.getUsername());
		this.pool.setPassword(details.getPassword());
		this.pool.setMaximumPoolSize(8);
		this.pool.setMinimumIdle(1);
	}

	JdbcClient.StatementSpec sql(String sql) {
		return this.jdbc.sql(sql);
	}

	/**
	 * Do something in one transaction while nobody else, on any node, does the same.
	 * @param what is kept to oneself
	 * @param act to do
	 */
	<T> T alone(String what, Supplier<T> act) {
		return this.transaction.execute(status -> {
			this.jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtext(:what))) as locked")
				.param("what", "sandbox " + what)
				.query()
				.singleValue();
			return act.get();
		});
	}

	@PreDestroy
	void close() {
		this.pool.close();
	}

}
