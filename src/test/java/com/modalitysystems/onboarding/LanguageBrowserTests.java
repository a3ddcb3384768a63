package com.modalitysystems.onboarding;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A customer who does not read English, from the request to the room. */
@HouseTest
@BrowserTest
class LanguageBrowserTests {

	private static final Pattern LINK = Pattern.compile("http://\\S+/setup/\\S+");

	private final String email = "jana@" + UUID.randomUUID() + ".example";

	@Autowired
	private Environment environment;

	private String base;

	private Outside outside;

	@BeforeEach
	void theWorld() {
		this.base = "http://localhost:" + this.environment.getRequiredProperty("server.port");
		this.outside = new Outside(this.base);
	}

	@Test
	void customerAsksInGermanIsWrittenToInGermanAndGoesOnInFrench(Browser browser) {
		Page page = browser.wideIn("de-CH");
		String reference = ask(browser, page);
		assertThat(this.outside.onboarding(reference).path("language").asText()).isEqualTo("de");

		page.navigate(linkInLetter("Ihr Antrag ist bei uns"));
		assertThat(page.locator("html")).hasAttribute("lang", "de");
		assertThat(page.locator("h1")).hasText("OneMeeting für Alpenblick AG");
		browser.look(page, "setup-german");

		speak(page, "Français");
		assertThat(page.locator("h1")).hasText("OneMeeting pour Alpenblick AG");
		assertThat(this.outside.onboarding(reference).path("language").asText()).isEqualTo("de");

		page.getByText("Choisir une autre langue").click();
		page.locator("#language").selectOption("fr");
		page.getByText("Utiliser cette langue").click();
		assertThat(page.locator(".notice-good")).hasText("Merci. Nous vous écrivons désormais dans cette langue.");
		assertThat(this.outside.onboarding(reference).path("language").asText()).isEqualTo("fr");
		assertThat(browser.troubles()).isEmpty();
	}

	/** What was typed comes along into the other language. */
	private String ask(Browser browser, Page page) {
		page.navigate(this.base + "/request");
		assertThat(page.locator("h1")).hasText("Einrichtung beantragen");
		page.locator("#company").fill("Alpenblick AG");
		page.locator("#tenant").fill(UUID.randomUUID().toString());
		speak(page, "Français");
		assertThat(page.locator("h1")).hasText("Demander la mise en service");
		assertThat(page.locator("#language")).hasValue("fr");
		speak(page, "Deutsch");
		assertThat(page.locator("#company")).hasValue("Alpenblick AG");
		page.locator("#adminName").fill("Jana Brühwiler");
		page.locator("#adminEmail").fill(this.email);
		page.locator("#adminAddress").fill("192.168.1.1");
		page.locator("#noteRead").check();
		browser.look(page, "request-german");
		page.getByText("Antrag senden").last().click();
		assertThat(page.locator("#adminAddress-error"))
			.containsText("Diese Adresse gilt nur in einem privaten Netzwerk");
		page.locator("#adminAddress").fill("81.2.69.143");
		page.getByText("Antrag senden").last().click();
		assertThat(page.locator("h1")).hasText("Ihr Antrag ist bei uns");
		return page.locator(".reference code").textContent();
	}

	private static void speak(Page page, String language) {
		page.locator(".languages").getByText(language).click();
		assertThat(page.locator(".languages a[aria-current]")).hasText(language);
	}

	private String linkInLetter(String subject) {
		List<String> letters = await().atMost(Duration.ofMinutes(1))
			.until(() -> this.outside.textsTo(this.email, subject), texts -> texts.size() == 1);
		Matcher found = LINK.matcher(letters.get(0));
		assertThat(found.find()).isTrue();
		return found.group();
	}

}
