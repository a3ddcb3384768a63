package com.modalitysystems.onboarding.setup;

import java.util.concurrent.atomic.AtomicInteger;

import com.microsoft.playwright.Page;
import com.modalitysystems.onboarding.Browser;
import com.modalitysystems.onboarding.BrowserTest;
import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.WaitingFor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The room follows what happens, and disturbs nobody. */
@BrowserTest
class ProgressBrowserTests extends SetupRoomTest {

	private static final long SOON = 5_500;

	private static final long LATER = 61_000;

	@AfterEach
	void nothingWasDone() {
		assertNothingWasDone();
	}

	@Test
	void roomShowsAndSaysWhatIsNewWithoutAReload(Browser browser) {
		Customer customer = customerAt(Stage.provisioning, WaitingFor.nobody);
		Page page = enter(browser, customer, "?note=granted");
		page.evaluate("window.sameAsBefore = true");
		issueValues(customer);
		this.customers.enter(customer.reference(), Stage.awaitingSetup, WaitingFor.customer);
		page.clock().runFor(SOON);
		assertThat(page.locator("h2#now")).hasText("Switch it on in Teams");
		assertThat(page.locator("#room + [role=status]")).hasText("Switch it on in Teams");
		assertThat(page.locator("#tenantKey + .button-copy")).isVisible();
		assertThat(page.getByText("We are checking with Microsoft now")).hasCount(0);
		assertThat(page.evaluate("window.sameAsBefore")).isEqualTo(true);
		assertThat(page.url()).endsWith(room(customer));
		assertThat(browser.troubles()).isEmpty();
	}

	@Test
	void whoIsSomewhereStaysThere(Browser browser) {
		Customer customer = customerAt(Stage.awaitingConsent);
		Page page = enter(browser, customer, "");
		page.locator("summary", new Page.LocatorOptions().setHasText("Remind me on another day")).press("Enter");
		this.trail.add(customer.reference(), Actor.SYSTEM, "letterSent");
		page.clock().runFor(LATER);
		assertThat(page.locator(".history li")).containsText("We wrote to you.");
		assertThat(page.locator("#until")).isVisible();
		assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("Remind me on another day");
		assertThat(page.locator("#room + [role=status]")).hasText("We wrote to you.");
	}

	@Test
	void whatSomebodyTypesIsNotLost(Browser browser) {
		Customer customer = customerAt(Stage.awaitingConsent);
		Page page = enter(browser, customer, "");
		page.locator("summary", new Page.LocatorOptions().setHasText("Stop this set-up")).click();
		page.locator("#reason").fill("We chose ");
		this.trail.add(customer.reference(), Actor.SYSTEM, "letterSent");
		page.clock().runFor(LATER);
		assertThat(page.getByText("Something has changed here while you were typing.")).isVisible();
		assertThat(page.locator(".history")).hasCount(0);
		assertThat(page.locator("#reason")).isFocused();
		assertThat(page.locator("#reason")).hasValue("We chose ");
		page.getByText("Show it, and keep what I typed").click();
		assertThat(page.locator(".history li")).hasCount(1);
		assertThat(page.locator("#reason")).hasValue("We chose ");
		assertThat(page.locator("#reason")).isVisible();
	}

	@Test
	void nobodyAsksWhileThePageIsHiddenOrAllIsDone(Browser browser) {
		Customer customer = customerAt(Stage.awaitingConsent);
		Page page = enter(browser, customer, "");
		AtomicInteger questions = new AtomicInteger();
		page.onRequest(request -> {
			if (request.url().endsWith("/progress")) {
				questions.incrementAndGet();
			}
		});
		page.evaluate("""
				() => {
					Object.defineProperty(document, "hidden", { configurable: true, value: true });
					document.dispatchEvent(new Event("visibilitychange"));
				}""");
		page.clock().runFor(10 * LATER);
		assertThat(questions).hasValue(0);
		this.customers.enter(customer.reference(), Stage.live, WaitingFor.nobody);
		page.evaluate("""
				() => {
					delete document.hidden;
					document.dispatchEvent(new Event("visibilitychange"));
				}""");
		page.clock().runFor(100);
		assertThat(page.locator("h2#now")).hasText("You are live");
		assertThat(questions).hasValue(1);
		page.clock().runFor(10 * LATER);
		assertThat(questions).hasValue(1);
	}

	@Test
	void roomWhoseLinkWasReplacedSaysSo(Browser browser) {
		Customer customer = customerAt(Stage.awaitingConsent);
		Page page = enter(browser, customer, "");
		this.customers.replaceLink(customer.reference());
		page.clock().runFor(LATER);
		assertThat(page.locator("h1")).hasText("This link leads nowhere");
	}

	private Page enter(Browser browser, Customer customer, String query) {
		Page page = browser.wide();
		page.clock().install();
		page.navigate(base() + room(customer) + query);
		return page;
	}

}
