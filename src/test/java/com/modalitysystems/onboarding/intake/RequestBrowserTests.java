package com.modalitysystems.onboarding.intake;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.modalitysystems.onboarding.Browser;
import com.modalitysystems.onboarding.BrowserTest;
import com.modalitysystems.onboarding.HouseTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@HouseTest
@BrowserTest
class RequestBrowserTests {

	@Autowired
	private Environment environment;

	@Test
	void newcomerFindsTheWayAndIsToldWhatIsWrong(Browser browser) {
		Page page = browser.wide();
		page.navigate(url("/"));
		browser.screenshot(page, "home-wide");
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Request the set-up")).click();
		browser.screenshot(page, "request-wide");
		page.getByLabel("Tenant ID or domain").fill("contoso");
		page.locator("button.button").click();
		assertThat(page.locator(".error-summary")).isFocused();
		browser.screenshot(page, "request-mistakes-wide");
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Tenant: ")).click();
		assertThat(page.getByLabel("Tenant ID or domain")).isFocused();
		assertThat(page.getByLabel("Tenant ID or domain"))
			.hasAccessibleDescription(Pattern.compile("by one of its domains.*This is neither a tenant ID"));
		assertThat(browser.troubles()).isEmpty();
	}

	@Test
	void requestIsSentWithoutScriptsAndTheBackButtonSendsNoSecond(Browser browser) {
		Page page = browser.withoutScripts();
		page.navigate(url("/request"));
		fill(page);
		page.getByLabel("Company").press("Enter");
		assertThat(page.locator("h1")).hasText("We have your request");
		String reference = page.locator(".reference").innerText();
		page.reload();
		assertThat(page.locator(".reference")).hasText(reference);
		browser.screenshot(page, "received-wide");
		page.goBack();
		page.locator("button.button").click();
		assertThat(page.locator(".reference")).hasText(reference);
	}

	@Test
	void addressOneIsOnIsFilledInWithoutScripts(Browser browser) {
		Page page = browser.withoutScripts();
		page.setExtraHTTPHeaders(Map.of("X-Forwarded-For", "203.0.113.77"));
		page.navigate(url("/request"));
		page.getByLabel("Company").fill("Contoso");
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Use the address I am on now")).click();
		assertThat(page.getByLabel("Public IP address")).hasValue("203.0.113.77");
		assertThat(page.getByLabel("Public IP address")).isFocused();
		assertThat(page.getByLabel("Company")).hasValue("Contoso");
	}

	@Test
	void everythingFitsOnATelephone(Browser browser) {
		Page page = browser.phone();
		page.navigate(url("/"));
		fits(page);
		browser.screenshot(page, "home-phone");
		page.navigate(url("/request"));
		page.locator("details").evaluateAll("all => all.forEach(one => one.open = true)");
		fits(page);
		browser.screenshot(page, "request-phone");
		page.locator("button.button").click();
		assertThat(page.locator(".error-summary")).isVisible();
		fits(page);
		browser.screenshot(page, "request-mistakes-phone");
		fill(page);
		page.locator("button.button").click();
		assertThat(page.locator("h1")).hasText("We have your request");
		fits(page);
		browser.screenshot(page, "received-phone");
		assertThat(browser.troubles()).isEmpty();
	}

	private static void fits(Page page) {
		assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).isEqualTo(true);
	}

	private static void fill(Page page) {
		page.getByLabel("Company").fill("Contoso");
		page.getByLabel("Tenant ID or domain").fill(UUID.randomUUID().toString());
		page.getByLabel("Country").selectOption("Germany");
		page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Anna Berg");
		page.getByLabel("E-mail address").fill("anna@a" + UUID.randomUUID() + ".example");
		page.getByLabel("Public IP address").fill("203.0.113.25");
		page.getByLabel("I have read this note.").check();
	}

	private String url(String path) {
		return "http://localhost:" + this.environment.getRequiredProperty("server.port") + path;
	}

}
