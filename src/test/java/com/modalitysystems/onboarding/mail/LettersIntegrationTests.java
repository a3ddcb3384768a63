package com.modalitysystems.onboarding.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.modalitysystems.onboarding.HouseTest;
import com.modalitysystems.onboarding.customer.Administrator;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.EmailAddress;
import com.modalitysystems.onboarding.customer.Language;
import com.modalitysystems.onboarding.customer.NewCustomer;
import com.modalitysystems.onboarding.customer.PublicAddress;
import com.modalitysystems.onboarding.customer.TenantId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@HouseTest
class LettersIntegrationTests {

	@Autowired
	private Letters letters;

	@Autowired
	private Customers customers;

	@Autowired
	private TransactionTemplate transactions;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TestRestTemplate browser;

	@Value("${sandbox.smtp-port}")
	private int port;

	private @Nullable GreenMail mailServer;

	@BeforeEach
	void aMailServerWhereTheSandboxHasNone() {
		try (Socket sandbox = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			assertThat(sandbox.isConnected()).isTrue();
		}
		catch (IOException ex) {
			this.mailServer = new GreenMail(new ServerSetup(this.port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
			this.mailServer.start();
		}
	}

	@AfterEach
	void close() {
		if (this.mailServer != null) {
			this.mailServer.stop();
		}
	}

	@Test
	void aLetterLeavesAtOnceWhenItsStepIsCommitted() {
		CustomerReference fabrikam = this.customers.add(fabrikam()).reference();
		this.transactions
			.executeWithoutResult((transaction) -> this.letters.consentInvitation(this.customers.require(fabrikam)));
		await().atMost(Duration.ofSeconds(10))
			.untilAsserted(() -> assertThat(states(fabrikam)).containsExactly("accepted"));
	}

	@Test
	void thePreviewsShowAllLetters() {
		ResponseEntity<String> page = this.browser.getForEntity("/sandbox/letters", String.class);
		assertThat(page.getStatusCode().is2xxSuccessful()).isTrue();
		for (LetterKind kind : LetterKind.values()) {
			assertThat(page.getBody()).contains("/sandbox/letters/" + kind);
		}
	}

	@ParameterizedTest
	@EnumSource
	void aPreviewShowsALetterInBothForms(LetterKind kind) {
		assertThat(get(kind, "")).contains("srcdoc=", "OM-7K3F9Q");
		assertThat(get(kind, "/html")).contains("<h1", "OM-7K3F9Q");
		assertThat(get(kind, "/text")).contains("====", "OM-7K3F9Q");
	}

	private String get(LetterKind kind, String form) {
		String page = this.browser.getForObject("/sandbox/letters/" + kind + form, String.class);
		assertThat(page).isNotNull();
		return page;
	}

	private List<String> states(CustomerReference reference) {
		return this.jdbc.sql("select state from letter where reference = :reference")
			.param("reference", reference.value())
			.query(String.class)
			.list();
	}

	private static NewCustomer fabrikam() {
		return new NewCustomer(
				"Fabrikam", new TenantId(UUID.randomUUID()), null, new Administrator("Alex Wilber",
						new EmailAddress("alex@fabrikam.com"), new PublicAddress("203.0.113.7")),
				null, Language.ENGLISH, null);
	}

}
