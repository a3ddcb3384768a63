package com.modalitysystems.onboarding.mail;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import com.modalitysystems.onboarding.HouseTest;
import com.modalitysystems.onboarding.customer.Administrator;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.EmailAddress;
import com.modalitysystems.onboarding.customer.Language;
import com.modalitysystems.onboarding.customer.NewCustomer;
import com.modalitysystems.onboarding.customer.PublicAddress;
import com.modalitysystems.onboarding.customer.TenantId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
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
		assertThat(page.getHeaders().get("Content-Security-Policy")).singleElement()
			.satisfies((policy) -> assertThat(policy).startsWith("default-src 'none'; style-src 'unsafe-inline'"));
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
