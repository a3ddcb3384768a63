package com.modalitysystems.onboarding.setup;

import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Page;
import com.modalitysystems.onboarding.Browser;
import com.modalitysystems.onboarding.BrowserTest;
import com.modalitysystems.onboarding.customer.Consent;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.WaitingFor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.then;

@BrowserTest
class SetupRoomBrowserTests extends SetupRoomTest {

	private static final String HIDDEN_WIDTH = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

	@ParameterizedTest
	@EnumSource
	void eachStageFitsTheSmallestPhoneAndTheWidestDesk(Stage stage, Browser browser) {
		Customer customer = customerWithValuesAt(stage);
		this.customers.consentSeen(customer.reference(),
				consent(Consent.Outcome.incomplete, Consent.Item.notCheckable));
		Page page = browser.wide();
		List<String> complaints = watch(page);
		for (int width : new int[] { 320, 1600 }) {
			page.setViewportSize(width, 900);
			page.navigate(addressOf(customer));
			page.evaluate("document.querySelectorAll('details').forEach(more => more.open = true)");
			assertThat(page.evaluate(HIDDEN_WIDTH)).isEqualTo(0);
		}
		assertThat(complaints).isEmpty();
		assertThat(browser.troubles()).isEmpty();
	}

	@Test
	void nobodyIsAskedToConsentWhileWeAreLooking(Browser browser) {
		Customer customer = customerAt(Stage.awaitingConsent, WaitingFor.microsoft);
		Page page = browser.wide();
		page.navigate(addressOf(customer));
		assertThat(page.locator("h2#now").innerText()).isEqualTo("We are checking your consent");
		browser.look(page, "setup-looking");
		assertThat(page.locator("form[action$='/consent'] button").isVisible()).isFalse();
		page.locator("summary", new Page.LocatorOptions().setHasText("not granted after all")).click();
		assertThat(page.locator("form[action$='/consent'] button").isVisible()).isTrue();
	}

	@Test
	void valueIsCopiedWithOnePress(Browser browser) {
		Customer customer = customerWithValuesAt(Stage.awaitingSetup);
		Page page = browser.wide();
		page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
		page.navigate(addressOf(customer));
		page.locator("#instructionUri + button").click();
		page.locator("#instructionUri + button", new Page.LocatorOptions().setHasText("Copied")).waitFor();
		assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo(VALUES.instructionUri());
	}

	@Test
	void everythingWorksWithoutScripts(Browser browser) {
		Customer customer = customerWithValuesAt(Stage.awaitingSetup);
		Page page = browser.withoutScripts();
		page.navigate(addressOf(customer));
		assertThat(page.locator(".button-copy").count()).isZero();
		page.locator("form[action$='/done'] button").click();
		assertThat(page.url()).endsWith("?note=done");
		then(this.onboarding).should().setupReported(customer.reference());
	}

	private String addressOf(Customer customer) {
		return "http://localhost:" + this.port + room(customer);
	}

	/** Gathers what the page asks of others, and what the browser forbids it. */
	private static List<String> watch(Page page) {
		List<String> complaints = new ArrayList<>();
		page.onRequest(request -> {
			if (!request.url().startsWith("http://localhost:")) {
				complaints.add(request.url());
			}
		});
		page.onConsoleMessage(message -> {
			if (message.type().equals("error")) {
				complaints.add(message.text());
			}
		});
		return complaints;
	}

}
