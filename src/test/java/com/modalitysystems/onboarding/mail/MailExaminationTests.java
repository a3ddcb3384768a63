package com.modalitysystems.onboarding.mail;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;

import com.modalitysystems.onboarding.customer.BrandLook;
import com.modalitysystems.onboarding.customer.EmailAddress;
import com.modalitysystems.onboarding.customer.OnboardingSettings;
import com.modalitysystems.onboarding.customer.Secret;
import com.modalitysystems.onboarding.doctor.Finding;
import com.modalitysystems.onboarding.doctor.Finding.Verdict;
import jakarta.mail.internet.AddressException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.mail.javamail.JavaMailSenderImpl;

import static org.assertj.core.api.Assertions.assertThat;

class MailExaminationTests {

	private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

	private ScriptedSmtpServer server;

	@BeforeEach
	void aMailServer() throws IOException {
		this.server = new ScriptedSmtpServer();
		this.sender.setHost("localhost");
		this.sender.setPort(this.server.port());
	}

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void withoutAnAddressNoLetterIsSentAndThatIsSaid() throws Exception {
		List<Finding> findings = findings(null);
		assertThat(findings).extracting(Finding::verdict).containsExactly(Verdict.warning, Verdict.ok, Verdict.warning);
		assertThat(findings.get(2)).satisfies((finding) -> {
			assertThat(finding.what()).isEqualTo("no letter was sent");
			assertThat(finding.fix()).contains("--doctor.letter-to=");
		});
		assertThat(this.server.commands()).contains("MAIL FROM:<bounces@videosrv.net>", "RSET");
		assertThat(this.server.bodies()).isEmpty();
	}

	@Test
	void aLetterIsSentToTheAddressThatIsGiven() throws Exception {
		List<Finding> findings = findings("ops@example.com");
		assertThat(findings.get(2).verdict()).isEqualTo(Verdict.ok);
		assertThat(findings.get(2).what()).contains("queued as 4711");
		assertThat(this.server.commands()).contains("RCPT TO:<ops@example.com>");
		assertThat(this.server.bodies()).singleElement()
			.asString()
			.contains("To: ops@example.com", "Auto-Submitted: auto-generated", "dmarc=pass");
	}

	@Test
	void aLetterThatIsRefusedIsAFailureInTheServersWordsWithoutTheAddress() throws Exception {
		this.server.answer("RCPT", "554 5.7.1 <ops@example.com>: Relay access denied");
		Finding letter = findings("ops@example.com").get(2);
		assertThat(letter.verdict()).isEqualTo(Verdict.failed);
		assertThat(letter.what()).contains("Relay access denied").doesNotContain("ops@example.com");
		assertThat(letter.fix()).contains("relay");
	}

	@Test
	void aSenderThatIsNotAcceptedIsAFailure() throws Exception {
		this.server.answer("MAIL", "553 5.7.1 Sender address rejected: not owned by user");
		List<Finding> findings = findings("ops@example.com");
		assertThat(findings).hasSize(2);
		assertThat(findings.get(1).verdict()).isEqualTo(Verdict.failed);
		assertThat(findings.get(1).what()).contains("not owned by user");
		assertThat(findings.get(1).fix()).contains("mail.from");
	}

	@Test
	void credentialsThatAreNotAcceptedAreAFailureThatDoesNotShowThem() throws Exception {
		this.server.answer("EHLO", "250-test\r\n250 AUTH PLAIN");
		this.server.answer("AUTH", "535 5.7.8 Error: authentication failed");
		this.sender.setUsername("onboarding");
		this.sender.setPassword("wrong-secret-Hb6");
		assertThat(findings("ops@example.com")).singleElement().satisfies((finding) -> {
			assertThat(finding.verdict()).isEqualTo(Verdict.failed);
			assertThat(finding.what()).contains("authentication failed").doesNotContain("wrong-secret-Hb6");
			assertThat(finding.fix()).contains("spring.mail.username", "spring.mail.password");
		});
	}

	@Test
	void aMailServerOutOfReachIsAFailureThatNamesItsSettings() throws Exception {
		this.server.close();
		assertThat(findings(null)).singleElement().satisfies((finding) -> {
			assertThat(finding.verdict()).isEqualTo(Verdict.failed);
			assertThat(finding.what()).contains("localhost cannot be spoken to");
			assertThat(finding.fix()).contains("spring.mail.host", "spring.mail.port", "mail.tls");
		});
	}

	private List<Finding> findings(@Nullable String letterTo) throws AddressException {
		MailSettings settings = PostOfficeTests.settings(Tls.none);
		PostOffice office = new PostOffice(this.sender, settings);
		OnboardingSettings house = new OnboardingSettings(URI.create("https://onboarding.videosrv.net"),
				new Secret("test-link-secret-which-is-no-secret"), null, "OneMeeting", "support@videosrv.net", "", null,
				"videosrv.net", BrandLook.ours());
		return new MailExamination(office, new Courier(office), new LetterHead(settings, house, Clock.systemUTC()),
				settings, new DoctorsLetterSettings((letterTo != null) ? new EmailAddress(letterTo) : null))
			.findings();
	}

}
