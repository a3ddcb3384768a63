package com.modalitysystems.onboarding.mail;

import java.time.Duration;
import java.util.UUID;

import com.modalitysystems.onboarding.customer.Administrator;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.EmailAddress;
import com.modalitysystems.onboarding.customer.Language;
import com.modalitysystems.onboarding.customer.NewCustomer;
import com.modalitysystems.onboarding.customer.PublicAddress;
import com.modalitysystems.onboarding.customer.TenantId;
import com.modalitysystems.onboarding.time.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@SpringJUnitConfig(OutboxHouse.class)
class OutboxHealthTests {

	@Autowired
	private Letters letters;

	@Autowired
	private LetterSender sender;

	@Autowired
	private Customers customers;

	@Autowired
	private JavaMailSenderImpl mailServer;

	@Autowired
	private SettableClock clock;

	@Autowired
	private TransactionTemplate transactions;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	@AfterEach
	void noLetters() {
		this.jdbc.sql("delete from letter").update();
	}

	@Test
	void aLetterThatNobodyTriesIsIll() {
		write();
		assertThat(health().getStatus()).isEqualTo(Status.UP);
		this.clock.advance(Duration.ofMinutes(16));
		assertThat(health().getStatus()).isEqualTo(Status.DOWN);
	}

	@Test
	void aLetterThatIsDeferredIsOnlyTold() throws Exception {
		try (ScriptedSmtpServer server = new ScriptedSmtpServer()) {
			this.mailServer.setPort(server.port());
			server.answer("RCPT", "450 4.2.0 greylisted");
			write();
			for (int attempt = 0; attempt < 10; attempt++) {
				assertThat(this.sender.sendNext()).isTrue();
				this.clock.advance(untilTheNextAttempt());
			}
		}
		assertThat(health().getStatus()).isEqualTo(Status.UP);
		assertThat(health().getDetails()).containsEntry("deferred", 1L)
			.hasEntrySatisfying("oldestSeconds", (seconds) -> assertThat((long) seconds).isGreaterThan(3600));
	}

	@Test
	void aDeferredLetterThatIsNotTriedAgainInTimeIsIll() throws Exception {
		try (ScriptedSmtpServer server = new ScriptedSmtpServer()) {
			this.mailServer.setPort(server.port());
			server.answer("RCPT", "450 4.2.0 greylisted");
			write();
			assertThat(this.sender.sendNext()).isTrue();
		}
		this.clock.advance(untilTheNextAttempt().plusMinutes(16));
		assertThat(health().getStatus()).isEqualTo(Status.DOWN);
	}

	private Health health() {
		return new OutboxHealth(new OutboxFigures(this.jdbc, this.clock),
				new LastDelivery(new SimpleMeterRegistry(), this.clock))
			.health();
	}

	private Duration untilTheNextAttempt() {
		return Duration.between(this.clock.instant(),
				this.jdbc.sql("select next_attempt_at from letter")
					.query((row, index) -> row.getTimestamp("next_attempt_at").toInstant())
					.single());
	}

	private void write() {
		CustomerReference contoso = this.customers
			.add(new NewCustomer("Contoso Ltd", new TenantId(UUID.randomUUID()), null, new Administrator("Megan Bowen",
					new EmailAddress("megan@contoso.com"), new PublicAddress("203.0.113.24")), null, Language.ENGLISH,
					null))
			.reference();
		this.transactions
			.executeWithoutResult((transaction) -> this.letters.requestReceived(this.customers.require(contoso)));
	}

}
