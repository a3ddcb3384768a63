package com.modalitysystems.onboarding.mail;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;

import com.modalitysystems.onboarding.customer.Administrator;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.EmailAddress;
import com.modalitysystems.onboarding.customer.Language;
import com.modalitysystems.onboarding.customer.NewCustomer;
import com.modalitysystems.onboarding.customer.PublicAddress;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.TenantId;
import com.modalitysystems.onboarding.customer.WaitingFor;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What holds of our letters with every mail server. */
abstract class LettersContract {

	static final Duration PATIENCE = Duration.ofSeconds(60);

	@Autowired
	private Letters letters;

	@Autowired
	private Customers customers;

	@Autowired
	private TransactionTemplate transactions;

	@Autowired
	private JdbcClient jdbc;

	/** Who gets the letters of the tests. */
	abstract EmailAddress recipient();

	@Test
	void aLetterLeavesAtOnceWhenItsStepIsCommitted() {
		CustomerReference customer = newCustomer(recipient());
		write(customer, Letters::consentInvitation);
		awaitStates(customer, "accepted");
	}

	@Test
	void theSameLetterOfTheSameRoundLeavesOnceAndAskedForAgainOnceMore() {
		CustomerReference customer = newCustomer(recipient());
		write(customer, Letters::consentInvitation);
		write(customer, Letters::consentInvitation);
		awaitStates(customer, "accepted");
		enter(customer, Stage.awaitingConsent);
		write(customer, Letters::again);
		awaitStates(customer, "accepted", "accepted");
	}

	void write(CustomerReference customer, BiConsumer<Letters, Customer> letter) {
		this.transactions.executeWithoutResult((step) -> letter.accept(this.letters, this.customers.require(customer)));
	}

	void enter(CustomerReference customer, Stage stage) {
		this.customers.enter(customer, stage, WaitingFor.customer);
	}

	void awaitStates(CustomerReference customer, String... states) {
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(statesOf(customer)).containsExactlyInAnyOrder(states));
	}

	private List<String> statesOf(CustomerReference customer) {
		return this.jdbc.sql("select state from letter where reference = :reference")
			.param("reference", customer.value())
			.query(String.class)
			.list();
	}

	CustomerReference newCustomer(EmailAddress email) {
		return this.customers
			.add(new NewCustomer("Fabrikam", new TenantId(UUID.randomUUID()), null,
					new Administrator("Alex Wilber", email, new PublicAddress("203.0.113.7")), null, Language.ENGLISH,
					null))
			.reference();
	}

}
