package com.modalitysystems.onboarding.mail;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;

import com.modalitysystems.onboarding.TestCertificate;
import com.modalitysystems.onboarding.customer.EmailAddress;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** How private the conversation with the mail server is. */
class PostOfficeTests {

	private static TestCertificate ours;

	private static TestCertificate somebodyElses;

	@BeforeAll
	static void certificates(@TempDir Path folder) throws Exception {
		ours = TestCertificate.of(folder, "localhost", 30);
		somebodyElses = TestCertificate.of(folder, "smtp.example.com", 30);
	}

	@Test
	void withoutStarttlsNothingIsSaidWhereItIsRequired() throws Exception {
		try (ScriptedSmtpServer server = new ScriptedSmtpServer()) {
			assertThatExceptionOfType(MessagingException.class).isThrownBy(() -> open(server, Tls.required, null))
				.withMessageContaining("STARTTLS is required");
			assertThat(server.commands()).noneMatch((command) -> command.startsWith("MAIL"));
		}
	}

	@Test
	void whereItIsRequiredTheConversationIsPrivate() throws Exception {
		try (ScriptedSmtpServer server = ScriptedSmtpServer.offering(ours.server());
				SmtpConversation conversation = open(server, Tls.required, ours.client())) {
			assertThat(conversation.isSSL()).isTrue();
			conversation.offerLetterFrom("us@example.com");
			assertThat(server.commands()).contains("STARTTLS", "MAIL FROM:<us@example.com>");
		}
	}

	@Test
	void aMailServerWithTheCertificateOfAnotherIsNotBelieved() throws Exception {
		try (ScriptedSmtpServer server = ScriptedSmtpServer.offering(somebodyElses.server())) {
			assertThatExceptionOfType(MessagingException.class)
				.isThrownBy(() -> open(server, Tls.required, somebodyElses.client()))
				.withStackTraceContaining("No subject alternative DNS name matching localhost found");
		}
		try (ScriptedSmtpServer server = ScriptedSmtpServer.encrypted(somebodyElses.server())) {
			assertThatExceptionOfType(MessagingException.class)
				.isThrownBy(() -> open(server, Tls.implicit, somebodyElses.client()))
				.withStackTraceContaining("No subject alternative DNS name matching localhost found");
		}
	}

	@Test
	void aCertificateThatNobodyKnowsIsNotBelieved() throws Exception {
		try (ScriptedSmtpServer server = ScriptedSmtpServer.offering(ours.server())) {
			assertThatExceptionOfType(MessagingException.class).isThrownBy(() -> open(server, Tls.required, null));
			assertThat(server.commands()).noneMatch((command) -> command.startsWith("MAIL"));
		}
	}

	@Test
	void itMayBePrivateFromTheFirstByteOn() throws Exception {
		try (ScriptedSmtpServer server = ScriptedSmtpServer.encrypted(ours.server());
				SmtpConversation conversation = open(server, Tls.implicit, ours.client())) {
			assertThat(conversation.isSSL()).isTrue();
			conversation.offerLetterFrom("us@example.com");
			assertThat(server.commands()).doesNotContain("STARTTLS");
		}
	}

	@Test
	void whereItIsOpportunisticTheMailServerDecides() throws Exception {
		try (ScriptedSmtpServer server = new ScriptedSmtpServer();
				SmtpConversation conversation = open(server, Tls.opportunistic, null)) {
			assertThat(conversation.isSSL()).isFalse();
		}
		try (ScriptedSmtpServer server = ScriptedSmtpServer.offering(ours.server());
				SmtpConversation conversation = open(server, Tls.opportunistic, ours.client())) {
			assertThat(conversation.isSSL()).isTrue();
		}
	}

	@Test
	void whereItIsNotWantedItIsOpen() throws Exception {
		try (ScriptedSmtpServer server = ScriptedSmtpServer.offering(ours.server());
				SmtpConversation conversation = open(server, Tls.none, null)) {
			assertThat(conversation.isSSL()).isFalse();
		}
	}

	@Test
	void aMailServerThatFallsSilentIsNotWaitedForForEver() throws Exception {
		try (ScriptedSmtpServer server = new ScriptedSmtpServer()) {
			server.answer("EHLO", ScriptedSmtpServer.SILENCE);
			assertThatExceptionOfType(MessagingException.class).isThrownBy(() -> open(server, Tls.none, null));
		}
	}

	@Test
	void withoutAMailServerTheSettingIsNamed() {
		ObjectProvider<JavaMailSenderImpl> none = new StaticListableBeanFactory()
			.getBeanProvider(JavaMailSenderImpl.class);
		assertThatIllegalStateException().isThrownBy(() -> new PostOffice(none, settings(Tls.required)))
			.withMessage("spring.mail.host is missing");
	}

	private static SmtpConversation open(ScriptedSmtpServer server, Tls tls, @Nullable SSLContext trust)
			throws MessagingException {
		JavaMailSenderImpl sender = new JavaMailSenderImpl();
		sender.setHost("localhost");
		sender.setPort(server.port());
		sender.getJavaMailProperties().setProperty("mail.smtp.timeout", "1000");
		if (trust != null) {
			sender.getJavaMailProperties().put("mail.smtp.ssl.socketFactory", trust.getSocketFactory());
		}
		return new PostOffice(sender, settings(tls)).open();
	}

	static MailSettings settings(Tls tls) throws AddressException {
		return new MailSettings(new InternetAddress("onemeeting@videosrv.net"), null,
				new EmailAddress("bounces@videosrv.net"), tls, List.of(), Duration.ofSeconds(30), Duration.ofHours(1),
				Duration.ofDays(3), Duration.ofMinutes(5));
	}

}
