package com.modalitysystems.onboarding.database;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

import com.modalitysystems.onboarding.doctor.Finding;
import com.modalitysystems.onboarding.doctor.Finding.Verdict;
import com.modalitysystems.onboarding.time.SettableClock;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseExaminationTests {

	private static EmbeddedPostgres postgres;

	private final AnnotationConfigApplicationContext time = new AnnotationConfigApplicationContext(SettableClock.class);

	private HikariDataSource pool;

	@BeforeAll
	static void start() throws IOException {
		postgres = EmbeddedPostgres.builder().setRegisterShutdownHook(false).start();
	}

	@AfterAll
	static void stop() throws IOException {
		postgres.close();
	}

	@BeforeEach
	void anEmptyDatabase() {
		JdbcClient server = JdbcClient.create(postgres.getPostgresDatabase());
		server.sql("drop database if exists examined").update();
		server.sql("create database examined").update();
		this.pool = new HikariDataSource();
		this.pool.setJdbcUrl("jdbc:postgresql://localhost:" + postgres.getPort() + "/examined");
		this.pool.setUsername("postgres");
		this.pool.setMaximumPoolSize(2);
		this.pool.setConnectionTimeout(1000);
	}

	@AfterEach
	void close() {
		this.pool.close();
		this.time.close();
	}

	@Test
	void aDatabaseOfThisVersionIsFine() {
		upTo("3").migrate();
		assertThat(findings(upTo("3"))).satisfiesExactly(
				(there) -> assertThat(there.what()).startsWith("reachable, PostgreSQL 1"),
				(same) -> assertThat(same).isEqualTo(Finding.ok("same time as on this machine")),
				(newest) -> assertThat(newest)
					.isEqualTo(Finding.ok("migrated to this version: 3 (letters wait in an outbox)")));
	}

	@Test
	void whatIsStillToBeMigratedIsWorthALookAndIsLeftToBeDone() {
		upTo("2").migrate();
		assertThat(findings(upTo("3")).get(2)).satisfies((finding) -> {
			assertThat(finding.verdict()).isEqualTo(Verdict.warning);
			assertThat(finding.what()).isEqualTo("migrations still to be made: 1");
		});
		assertThat(upTo("3").info().pending()).hasSize(1);
	}

	@Test
	void anEmptyDatabaseStaysEmpty() {
		assertThat(findings(upTo("3")).get(2).verdict()).isEqualTo(Verdict.warning);
		assertThat(tables()).isEmpty();
	}

	@Test
	void aDatabaseOfANewerVersionIsAFailure() {
		upTo("3").migrate();
		JdbcClient.create(this.pool).sql("""
				insert into flyway_schema_history
				select 9, '999', 'a version to come', type, 'V999__a_version_to_come.sql', checksum, installed_by,
					installed_on, execution_time, success from flyway_schema_history where version = '3'""").update();
		assertThat(findings(upTo("3"))).anySatisfy((finding) -> {
			assertThat(finding.verdict()).isEqualTo(Verdict.failed);
			assertThat(finding.what()).isEqualTo("migration 999 (a version to come) is not of this version");
		});
	}

	@Test
	void aMigrationThatWasAnotherOneIsAFailure() {
		upTo("3").migrate();
		JdbcClient.create(this.pool).sql("update flyway_schema_history set checksum = 1 where version = '3'").update();
		assertThat(findings(upTo("3"))).anySatisfy((finding) -> {
			assertThat(finding.verdict()).isEqualTo(Verdict.failed);
			assertThat(finding.what()).startsWith("migration 3 was another one");
		});
	}

	@Test
	void aMigrationThatWasLeftOutIsAFailure() {
		upTo("3").migrate();
		JdbcClient.create(this.pool).sql("delete from flyway_schema_history where version = '2'").update();
		assertThat(findings(upTo("3")).get(2)).satisfies((finding) -> {
			assertThat(finding.verdict()).isEqualTo(Verdict.failed);
			assertThat(finding.what()).startsWith("migration 2 (").endsWith("was left out, and newer ones are made");
		});
		assertThat(findings(upTo("3"))).hasSize(3);
	}

	@Test
	void aMigrationThatFailedIsAFailure() {
		upTo("3").migrate();
		JdbcClient.create(this.pool)
			.sql("update flyway_schema_history set success = false where version = '3'")
			.update();
		assertThat(findings(upTo("3"))).anySatisfy((finding) -> {
			assertThat(finding.verdict()).isEqualTo(Verdict.failed);
			assertThat(finding.what()).isEqualTo("migration 3 (letters wait in an outbox) failed");
		});
	}

	@Test
	void aDatabaseThatDoesNotLetUsInIsAFailureThatNamesItsSettings() {
		JdbcClient.create(postgres.getPostgresDatabase()).sql("drop role if exists stranger").update();
		this.pool.setUsername("stranger");
		assertThat(findings(upTo("3"))).singleElement().satisfies((finding) -> {
			assertThat(finding.verdict()).isEqualTo(Verdict.failed);
			assertThat(finding.what()).startsWith("cannot be reached: FATAL").contains("stranger");
			assertThat(finding.fix()).contains("spring.datasource.url", "spring.datasource.username",
					"spring.datasource.password");
		});
	}

	@Test
	void aClockThatIsAheadIsWorthALookAndOneThatIsFarAheadIsAFailure() {
		JdbcClient database = JdbcClient.create(this.pool);
		Clock machine = this.time.getBean(SettableClock.class).machine();
		assertThat(new ClockDifference(Clock.offset(machine, Duration.ofSeconds(3))).to(database).verdict())
			.isEqualTo(Verdict.ok);
		assertThat(new ClockDifference(Clock.offset(machine, Duration.ofSeconds(20))).to(database).verdict())
			.isEqualTo(Verdict.warning);
		assertThat(new ClockDifference(Clock.offset(machine, Duration.ofSeconds(-90))).to(database))
			.satisfies((finding) -> {
				assertThat(finding.verdict()).isEqualTo(Verdict.failed);
				assertThat(finding.fix()).contains("NTP");
			});
	}

	private List<Finding> findings(Flyway flyway) {
		return new DatabaseExamination(this.pool, new Schema(flyway), this.time.getBean(SettableClock.class))
			.findings();
	}

	private Flyway upTo(String version) {
		DataSource database = postgres.getDatabase("postgres", "examined");
		// without the engine's own tables, which are a migration written in Java
		return Flyway.configure().dataSource(database).locations("classpath:db/migration").target(version).load();
	}

	private List<String> tables() {
		return JdbcClient.create(this.pool)
			.sql("select tablename from pg_tables where schemaname = 'public'")
			.query(String.class)
			.list();
	}

}
