package com.modalitysystems.onboarding.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.modalitysystems.onboarding.HouseTest;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@HouseTest
class MailServerTests {

	private final String subject = "Grüße " + UUID.randomUUID();

	private final String recipient = UUID.randomUUID() + "@contoso.com";

	@LocalServerPort
	private int port;

	@Autowired
	private JavaMailSender sender;

	@Autowired
	private Mailbox mailbox;

	private Outside outside;

	@BeforeEach
	void connect() {
		this.outside = new Outside(this.port);
	}

	@AfterEach
	void clearFaults() {
		this.outside.call("DELETE", "/faults", Map.of(), null);
	}

	@Test
	void letterIsReadAsItWasWritten() throws MessagingException {
		send();
		JsonNode letter = letter();
		assertThat(letter.path("from").asText()).isEqualTo("onemeeting@videosrv.net");
		assertThat(letter.path("to").asText()).isEqualTo(this.recipient);
		assertThat(letter.path("text").asText()).isEqualToIgnoringNewLines("Guten Tag,\n.\n.. Ende");
		assertThat(letter.path("html").asText()).isEqualToIgnoringNewLines("<p>Guten Tag</p>");
		assertThat(letter.path("messageId").asText()).startsWith("<").endsWith(">");
		assertThat(letter.at("/attachments/0/name").asText()).isEqualTo("values.csv");
		assertThat(Base64.getDecoder().decode(letter.at("/attachments/0/base64").asText()))
			.isEqualTo("a,b".getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void newestLetterComesFirst() throws MessagingException {
		send();
		assertThat(this.outside.get("/mail").json().path(0).path("subject").asText()).isEqualTo(this.subject);
	}

	@Test
	void letterIsKeptAsItWasSent() throws MessagingException {
		send();
		assertThat(this.outside.get("/mail/" + letter().path("id").asLong() + "/raw").body())
			.contains("To: " + this.recipient);
	}

	@Test
	void letterIsShownLockedUp() throws MessagingException {
		send();
		Outside.Answer shown = this.outside.call("GET", "/mail/" + letter().path("id").asLong() + "/html",
				Map.of("Accept", "text/html"), null);
		assertThat(shown.body()).contains("<p>Guten Tag</p>", "<base target=\"_blank\">");
		assertThat(shown.header("Content-Security-Policy")).startsWith("sandbox ").doesNotContain("allow-scripts");
	}

	@Test
	void refusedLetterDoesNotArrive() {
		fault("{\"target\": \"smtp\", \"path\": \"%s\", \"status\": 550}");
		assertThatExceptionOfType(MailException.class).isThrownBy(this::send).withMessageContaining("550");
		assertThat(arrived()).isZero();
	}

	@Test
	void lostLetterDoesNotArrive() {
		fault("{\"target\": \"smtp\", \"path\": \"%s\", \"drop\": true}");
		assertThatExceptionOfType(MailException.class).isThrownBy(this::send);
		assertThat(arrived()).isZero();
	}

	@Test
	void letterWhoseAnswerIsLostHasArrived() throws MessagingException {
		fault("{\"target\": \"smtp\", \"path\": \"%s\", \"drop\": true, \"after\": true}");
		assertThatExceptionOfType(MailException.class).isThrownBy(this::send);
		assertThat(arrived()).isOne();
		send();
		assertThat(arrived()).isEqualTo(2);
	}

	private void fault(String fault) {
		assertThat(this.outside.json("PUT", "/faults", "[" + fault.formatted(this.recipient) + "]").status())
			.isEqualTo(200);
	}

	private void send() throws MessagingException {
		MimeMessage message = this.sender.createMimeMessage();
		MimeMessageHelper letter = new MimeMessageHelper(message, true, "UTF-8");
		letter.setFrom("onemeeting@videosrv.net");
		letter.setTo(this.recipient);
		letter.setSubject(this.subject);
		letter.setText("Guten Tag,\n.\n.. Ende", "<p>Guten Tag</p>");
		letter.addAttachment("values.csv", new ByteArrayResource("a,b".getBytes(StandardCharsets.UTF_8)), "text/csv");
		this.sender.send(message);
	}

	private JsonNode letter() {
		for (JsonNode letter : this.outside.get("/mail").json()) {
			if (letter.path("subject").asText().equals(this.subject)) {
				return letter;
			}
		}
		throw new AssertionError("No letter " + this.subject);
	}

	private long arrived() {
		return this.mailbox.letters(100).stream().filter(one -> one.letter().subject().equals(this.subject)).count();
	}

}
