package com.modalitysystems.onboarding;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.awaitility.core.ConditionFactory;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Staff go from a task to the page of its onboarding, and do there what they came for.
 */
@HouseTest
@BrowserTest
class OnboardingPageBrowserTests {

	private static final String HIDDEN_WIDTH = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

	private static final String LEFT = "document.querySelector('.drawing').scrollLeft";

	private final UUID tenant = UUID.randomUUID();

	@Autowired
	private Environment environment;

	@Autowired
	private TaskService tasks;

	private String base;

	private Outside outside;

	@BeforeEach
	void theWorld() {
		this.base = "http://localhost:" + this.environment.getRequiredProperty("server.port");
		this.outside = new Outside(this.base);
	}

	@Test
	void staffGoFromATaskToItsOnboardingAndCopyTheLink(Browser browser) {
		String reference = awaitedByStaff();
		Page page = browser.wide();
		Tasklist.signIn(page, this.base, "staff");
		assertThat(page.locator(".task-filters").getByText("To approve")).isVisible();
		page.navigate(this.base + "/camunda/app/tasklist/default/#/?task=" + task(reference).getId());
		Locator link = page.getByRole(AriaRole.LINK,
				new Page.GetByRoleOptions().setName("The whole onboarding on one page"));
		assertThat(link).hasAttribute("href", "/onboardings/" + reference);
		browser.look(page, "tasklist-with-link");
		page.navigate(this.base + "/onboardings/" + reference);
		assertThat(page.locator("h1")).hasText("Adatum Studios");

		page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
		page.getByText("Show the customer’s link").click();
		Locator shown = page.locator("#link");
		assertThat(shown).isVisible();
		browser.look(page, "staff-link");
		page.locator("#link + button").click();
		page.locator("#link + button", new Page.LocatorOptions().setHasText("Copied")).waitFor();
		assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo(shown.inputValue())
			.asString()
			.contains("/setup/");
		assertThat(page).hasURL(this.base + "/onboardings/" + reference + "/link");
		assertThat(browser.troubles()).isEmpty();
	}

	@Test
	void lettersAndWhatComesAreOnThePage(Browser browser) {
		String reference = awaitedByStaff();
		this.tasks.complete(task(reference).getId(), Map.of("decision", "approve"));
		soon().until(() -> this.outside.onboarding(reference).path("state").asText().equals("awaitingConsent"));
		Page page = browser.wide();
		Tasklist.signIn(page, this.base, "staff");
		assertThat(page.locator(".task-filters").getByText("To approve")).isVisible();
		soon().untilAsserted(() -> {
			page.navigate(this.base + "/onboardings/" + reference);
			assertThat(page.content()).doesNotContain("waits to be sent", "is being sent");
		});
		page.getByText("Send the current letter again").click();
		assertThat(page.getByRole(AriaRole.STATUS)).hasText("The current letter is sent again.");
		assertThat(page.getByText("The task to call the customer")).isVisible();
		assertThat(page.getByAltText("Marked: Await consent")).isVisible();
		page.waitForFunction("document.querySelector('.drawing img').naturalWidth > 3000");
		page.waitForFunction(LEFT + " > 0");
		browser.look(page, "staff-onboarding");
		for (int width : new int[] { 320, 1600 }) {
			page.setViewportSize(width, 900);
			assertThat(page.evaluate(HIDDEN_WIDTH)).isEqualTo(0);
		}
		page.navigate(this.base + "/onboardings/" + reference + "/drawing");
		assertThat(page
			.evaluate("getComputedStyle(document.querySelector('[data-element-id=awaitConsent] polygon')).strokeWidth"))
			.isEqualTo("5px");
		page.navigate(this.base + "/onboardings");
		page.getByLabel("Find an onboarding").fill("adatum");
		page.getByLabel("Find an onboarding").press("Enter");
		assertThat(page.getByText(reference)).isVisible();
		browser.look(page, "staff-onboardings");
		assertThat(browser.troubles()).isEmpty();
	}

	@Test
	void theDrawingIsOpenToEverybody(Browser browser) {
		String reference = awaitedByStaff();
		Page page = browser.openToScripts();
		Tasklist.signIn(page, this.base, "staff");
		assertThat(page.locator(".task-filters").getByText("To approve")).isVisible();
		page.route("**/onemeeting.js", Route::abort);
		page.setViewportSize(320, 640);
		page.navigate(this.base + "/onboardings/" + reference);
		assertThat(page.getByAltText("Marked: Approve request")).isVisible();
		assertThat(page.evaluate(LEFT)).isEqualTo(0);
		page.getByText("Show the place").click();
		page.waitForFunction(LEFT + " > 0");
		for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
			page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
			assertThat(new AxeBuilder(page).setLegacyMode(true).analyze().getViolations()).extracting(Rule::getId)
				.isEmpty();
		}
		browser.screenshot(page, "staff-onboarding-small-dark");
	}

	@Test
	void whoIsNotSignedInIsShownTheWay(Browser browser) {
		Page page = browser.wide();
		page.navigate(this.base + "/onboardings/OM-222222");
		assertThat(page.locator("h1")).hasText("Please sign in first");
		browser.look(page, "staff-sign-in");
	}

	private String awaitedByStaff() {
		this.outside.tenant(this.tenant, "Adatum Studios Ltd", this.tenant + ".example");
		String reference = this.outside.ask("Adatum Studios", this.tenant, "ada@" + this.tenant + ".example");
		soon().untilAsserted(() -> assertThat(task(reference)).isNotNull());
		return reference;
	}

	private Task task(String reference) {
		return this.tasks.createTaskQuery().processInstanceBusinessKey(reference).singleResult();
	}

	private static ConditionFactory soon() {
		return await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(500));
	}

}
