package com.modalitysystems.onboarding.mail;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.modalitysystems.onboarding.HouseTest;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.EmailAddress;
import com.modalitysystems.onboarding.customer.Language;
import com.modalitysystems.onboarding.customer.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;

import static org.assertj.core.api.Assertions.assertThat;

@HouseTest
class LettersIntegrationTests extends LettersContract {

	private final EmailAddress alex = new EmailAddress("alex-" + UUID.randomUUID() + "@fabrikam.com");

	@Autowired
	private TestRestTemplate browser;

	@Override
	EmailAddress recipient() {
		return this.alex;
	}

	@Test
	void aLetterWhoseConnectionIsCutAfterItWasTakenArrivesOnceAndIsNeverSentAgainByItself() {
		cutTheConnection("true");
		CustomerReference customer = newCustomer(this.alex);
		write(customer, Letters::consentInvitation);
		awaitStates(customer, "unknown");
		assertThat(arrived()).isEqualTo(1);
		write(customer, Letters::consentInvitation);
		// whoever is written to later has their letter when a second attempt would have
		// been made
		CustomerReference later = newCustomer(new EmailAddress("later-" + this.alex.value()));
		write(later, Letters::consentInvitation);
		awaitStates(later, "accepted");
		awaitStates(customer, "unknown");
		assertThat(arrived()).isEqualTo(1);
	}

	@Test
	void aLetterWhoseConnectionIsCutBeforeItWasTakenCanBeSentAgain() {
		cutTheConnection("false");
		CustomerReference customer = newCustomer(this.alex);
		write(customer, Letters::consentInvitation);
		awaitStates(customer, "unknown");
		assertThat(arrived()).isZero();
		enter(customer, Stage.awaitingConsent);
		write(customer, Letters::again);
		awaitStates(customer, "unknown", "accepted");
		assertThat(arrived()).isEqualTo(1);
	}

	@Test
	void thePreviewsShowAllLetters() {
		ResponseEntity<String> page = this.browser.getForEntity("/sandbox/letters", String.class);
		assertThat(page.getStatusCode().is2xxSuccessful()).isTrue();
		assertThat(page.getHeaders().get("Content-Security-Policy")).singleElement()
			.satisfies((policy) -> assertThat(policy).startsWith("default-src 'none'; style-src 'unsafe-inline'"));
		for (Language language : Language.values()) {
			assertThat(Specimen.all(language)).isNotEmpty()
				.allSatisfy((specimen) -> assertThat(page.getBody()).contains(pathOf(specimen) + "/html\"",
						pathOf(specimen) + "/text\""));
		}
	}

	@ParameterizedTest
	@EnumSource
	void aPreviewShowsALetterInBothForms(Language language) {
		assertThat(Specimen.all(language)).isNotEmpty().allSatisfy((specimen) -> {
			assertThat(get(specimen, "")).contains("src=\"" + pathOf(specimen) + "/html\"", "<pre", "OM-7K3F9Q");
			assertThat(get(specimen, "/html")).contains("<h1", "OM-7K3F9Q");
			assertThat(get(specimen, "/text")).contains("====", "OM-7K3F9Q");
		});
	}

	@Test
	void theConsoleLeadsToThePreviewsAndNobodyToALetterThatThereIsNot() {
		assertThat(this.browser.getForObject("/sandbox", String.class)).contains("href=\"/sandbox/letters\"");
		for (String path : List.of("en/nothing", "xx/welcome", "xx/welcome/html", "en/nothing/text")) {
			assertThat(this.browser.getForEntity("/sandbox/letters/" + path, String.class).getStatusCode())
				.isEqualTo(HttpStatus.NOT_FOUND);
		}
	}

	private String get(Specimen specimen, String form) {
		String page = this.browser.getForObject(pathOf(specimen) + form, String.class);
		assertThat(page).isNotNull();
		return page;
	}

	private static String pathOf(Specimen specimen) {
		return "/sandbox/letters/" + specimen.customer().language().code() + "/" + specimen.name();
	}

	/** Once, instead of the answer to the next letter to this test's recipient. */
	private void cutTheConnection(String after) {
		String fault = """
				[{"target":"smtp","path":"%s","times":1,"drop":true,"after":%s}]"""
			.formatted("^" + Pattern.compile("[.]").matcher(this.alex.value()).replaceAll("[.]") + "$", after);
		assertThat(this.browser
			.exchange(RequestEntity.put("/sandbox/faults").contentType(MediaType.APPLICATION_JSON).body(fault),
					String.class)
			.getStatusCode()
			.is2xxSuccessful()).isTrue();
	}

	private long arrived() {
		JsonNode letters = this.browser
			.exchange(RequestEntity.get("/sandbox/mail").header(HttpHeaders.ACCEPT, "application/json").build(),
					JsonNode.class)
			.getBody();
		assertThat(letters).isNotNull();
		return letters.findValuesAsText("to").stream().filter((to) -> to.equals(this.alex.value())).count();
	}

}
