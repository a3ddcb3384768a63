package com.modalitysystems.onboarding.setup;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import com.modalitysystems.onboarding.Browser;
import com.modalitysystems.onboarding.BrowserTest;
import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.Consent;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerWishes;
import com.modalitysystems.onboarding.customer.InvitationProof.Outcome;
import com.modalitysystems.onboarding.customer.InvitationProof;
import com.modalitysystems.onboarding.customer.Language;
import com.modalitysystems.onboarding.customer.PublicAddress;
import com.modalitysystems.onboarding.customer.SetupReports;
import com.modalitysystems.onboarding.customer.SetupResult.Federation;
import com.modalitysystems.onboarding.customer.SetupResult.Mode;
import com.modalitysystems.onboarding.customer.SetupResult.PolicySeen;
import com.modalitysystems.onboarding.customer.SetupResult.ProviderSeen;
import com.modalitysystems.onboarding.customer.SetupResult.Scope;
import com.modalitysystems.onboarding.customer.SetupResult.Stop;
import com.modalitysystems.onboarding.customer.SetupResult.TenantSeen;
import com.modalitysystems.onboarding.customer.SetupResult;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.TimeZone;
import com.modalitysystems.onboarding.customer.WaitingFor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;

@BrowserTest
class SetupRoomBrowserTests extends SetupRoomTest {

	private static final String HIDDEN_WIDTH = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

	@Autowired
	private CustomerWishes wishes;

	@Autowired
	private SetupReports reports;

	@Autowired
	private Clock clock;

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

	@Test
	void whatCanBeAskedForWhileWeWaitWorksWithoutScripts(Browser browser) {
		Customer customer = customerAt(Stage.awaitingConsent);
		Page page = browser.withoutScripts();
		page.setExtraHTTPHeaders(Map.of("X-Forwarded-For", "20.1.2.3"));
		page.navigate(addressOf(customer));
		browser.look(page, "setup-shut");
		page.getByText("I am not the right administrator").click();
		page.locator("#adminName").fill("Bea Ruiz");
		page.locator("#adminEmail").fill("bea@contoso");
		page.getByText("Hand it on").click();
		browser.look(page, "setup-admin-mistake");
		page.locator(".error-summary a").first().click();
		assertThat(page.locator("#adminEmail").inputValue()).isEqualTo("bea@contoso");
		page.locator("#adminEmail").fill("bea@contoso.com");
		page.locator("#adminReference").fill(customer.reference().value());
		page.getByText("Hand it on").click();
		assertThat(page.url()).endsWith("?note=colleague");
		then(this.onboarding).should().handOn(customer.reference(), "Bea Ruiz", "bea@contoso.com");

		page.getByText("Use another address", new Page.GetByTextOptions().setExact(true)).click();
		page.locator("#addressReference").fill(customer.reference().value());
		page.getByText("Use the address I am on now: 20.1.2.3").click();
		assertThat(page.url()).endsWith("?note=address");
		then(this.onboarding).should().changeAddress(customer.reference(), "20.1.2.3");
		page.getByText("Open the way to the consent page").click();
		assertThat(page.url()).endsWith("?note=window");
		then(this.onboarding).should().openWindow(customer.reference());
	}

	@Test
	void timeZoneIsChosenWithoutScripts(Browser browser) {
		Customer customer = customerAt(Stage.awaitingConsent);
		Page page = browser.withoutScripts();
		page.navigate(addressOf(customer));
		page.getByText("Use another time zone").click();
		page.getByLabel("Your time zone").selectOption("Atlantic/Canary");
		browser.look(page, "setup-time-zone");
		page.getByText("Use this time zone").click();
		assertThat(page.url()).endsWith("?note=timeZone");
		then(this.onboarding).should().chooseTimeZone(customer.reference(), TimeZone.of("Atlantic/Canary"));
	}

	@Test
	void roomInAnyLanguageIsPrintedOnOneSheet(Browser browser) {
		Page page = browser.wide();
		for (Language language : Language.values()) {
			Customer customer = customerAt(Stage.awaitingConsent);
			this.customers.choose(customer.reference(), language);
			page.navigate(addressOf(customer));
			assertThat(sheets(page, "A4")).as(language.code()).isOne();
		}
	}

	@Test
	void enterInTheAddressSendsWhatWasTyped(Browser browser) {
		Customer customer = customerAt(Stage.awaitingConsent);
		Page page = browser.phone();
		page.setExtraHTTPHeaders(Map.of("X-Forwarded-For", "20.1.2.3"));
		page.navigate(addressOf(customer));
		page.getByText("Use another address", new Page.GetByTextOptions().setExact(true)).click();
		page.locator("#addressReference").fill(customer.reference().value());
		page.locator("#address").fill("20.9.9.9");
		browser.screenshot(page, "setup-address-phone");
		page.locator("#address").press("Enter");
		page.waitForURL("**/*?note=address");
		then(this.onboarding).should().changeAddress(customer.reference(), "20.9.9.9");
	}

	@Test
	void consentIsReachedAndAskedForByTheKeyboardAlone(Browser browser) {
		Customer customer = customerAt(Stage.awaitingConsent);
		this.wishes.windowOpened(customer.reference(), customer.administrator().address(),
				this.clock.instant().plus(Duration.ofDays(3)));
		given(this.onboarding.startConsent(customer.reference())).willReturn(URI.create(base() + "/"));
		Page page = browser.wide();
		page.navigate(addressOf(customer));
		page.keyboard().press("Tab");
		assertThat(focused(page)).isEqualTo("Skip to the content");
		page.keyboard().press("Enter");
		List<String> stops = IntStream.range(0, 8).mapToObj(stop -> {
			page.keyboard().press("Tab");
			return focused(page);
		}).toList();
		assertThat(stops).containsExactly("Go to Microsoft’s consent page", "I have granted consent",
				"Use another address", "I am not the right administrator", "Remind me on another day",
				"Use another time zone", "Choose another language for them", "Write to a colleague");
		IntStream.range(0, 7).forEach(stop -> page.keyboard().press("Shift+Tab"));
		assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle")).isEqualTo("solid");
		page.keyboard().press("Enter");
		page.waitForURL(base() + "/");
		then(this.onboarding).should().startConsent(customer.reference());
	}

	@Test
	void mistakesAreFoundByTheKeyboardAlone(Browser browser) {
		Page page = browser.wide();
		page.navigate(addressOf(customerAt(Stage.awaitingConsent)));
		page.locator("summary", new Page.LocatorOptions().setHasText("Stop this set-up")).focus();
		page.keyboard().press("Enter");
		page.keyboard().press("Tab");
		page.keyboard().press("Tab");
		page.keyboard().type("OM-222222");
		page.keyboard().press("Enter");
		PlaywrightAssertions.assertThat(page.locator(".error-summary")).isFocused();
		assertThat(page.title()).startsWith("Something needs your attention");
		page.keyboard().press("Tab");
		assertThat(focused(page)).isEqualTo("Say in a few words why.");
		page.keyboard().press("Enter");
		PlaywrightAssertions.assertThat(page.locator("#reason")).isFocused();
		PlaywrightAssertions.assertThat(page.locator("#reason")).hasAccessibleDescription("Say in a few words why.");
	}

	@Test
	void roomIsPrintedOnOneSheetWithoutItsAddress(Browser browser) {
		Customer customer = customerAt(Stage.awaitingConsent);
		this.trail.add(customer.reference(), Actor.SYSTEM, "requestApproved");
		Page page = browser.wide();
		page.navigate(addressOf(customer));
		page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
		assertThat(page.locator("main").innerText())
			.contains("Read all users' full profiles", "What it does not allow", "Privileged Role Administrator",
					"Is this genuine?", customer.tenantId().asText())
			.doesNotContain("/setup/", customer.reference().value(), "Press", "Share this page");
		assertThat(page.locator("main :is(button, input, summary):visible").count()).isZero();
		page.setViewportSize(696, 1040);
		browser.screenshot(page, "setup-printed");
		assertThat(sheets(page, "A4")).isOne();
		assertThat(sheets(page, "Letter")).isOne();
	}

	@Test
	void foldedPermissionsArePrintedToo(Browser browser) {
		Page page = browser.wide();
		page.navigate(addressOf(customerWithValuesAt(Stage.live)));
		page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
		assertThat(page.locator(".permissions").isVisible()).isTrue();
	}

	private static int sheets(Page page, String format) {
		byte[] printed = page.pdf(new Page.PdfOptions().setFormat(format).setPreferCSSPageSize(true));
		return (int) Pattern.compile("/Type /Page\\b")
			.matcher(new String(printed, StandardCharsets.ISO_8859_1))
			.results()
			.count();
	}

	private static String focused(Page page) {
		return String.valueOf(page.evaluate("document.activeElement.innerText"));
	}

	@Test
	void roomOfWishesLooksAsItShould(Browser browser) {
		Customer customer = customerAt(Stage.awaitingConsent);
		this.wishes.windowOpened(customer.reference(), customer.administrator().address(),
				this.clock.instant().plus(Duration.ofDays(3)));
		this.wishes.address(customer.reference(), PublicAddress.of("20.1.2.3"));
		this.customers.explain(customer.reference(), "We know nobody of this name at your company.");
		this.trail.add(customer.reference(), Actor.staff("mueller"), "successorRefused");
		this.customers.waitFor(customer.reference(), WaitingFor.staff);
		Page page = browser.wide();
		page.setExtraHTTPHeaders(Map.of("X-Forwarded-For", "20.30.40.50"));
		page.navigate(addressOf(customer));
		page.evaluate("document.querySelectorAll('details').forEach(more => more.open = true)");
		browser.look(page, "setup-wishes");
		page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
		browser.look(page, "setup-wishes-dark");
		page.navigate(addressOf(customerAt(Stage.expired)));
		browser.look(page, "setup-expired");
		assertThat(browser.troubles()).isEmpty();
	}

	@Test
	void whatTheCustomerShowsUsLooksAsItShould(Browser browser) {
		Customer customer = customerWithValuesAt(Stage.awaitingSetup);
		this.reports.add(customer.reference(),
				new SetupResult(Mode.pilot, Stop.nowhere, TenantSeen.here, PolicySeen.there, ProviderSeen.differs,
						Scope.pilot, Federation.unlisted, 2, this.clock.instant(), 4821));
		this.reports.add(customer.reference(),
				new InvitationProof(Outcome.wrongKey, false, true, false, this.clock.instant()));
		Page page = browser.wide();
		page.navigate(addressOf(customer));
		page.locator("#code").fill("11011");
		page.getByText("Show us the result").click();
		assertThat(page.locator("#code-error").isVisible()).isTrue();
		page.evaluate("document.querySelectorAll('details').forEach(more => more.open = true)");
		browser.look(page, "setup-evidence");
		page.navigate(addressOf(customer));
		page.locator("#file")
			.setInputFiles(new FilePayload("meeting.ics", "text/calendar",
					Invitations.calendar(Invitations.complete()).getBytes(StandardCharsets.UTF_8)));
		page.getByText("Look at the invitation").click();
		page.waitForURL("**/*?note=proof");
		then(this.onboarding).should().invitationSeen(eq(customer.reference()), any());
		this.reports.add(customer.reference(),
				new InvitationProof(Outcome.complete, true, true, true, this.clock.instant()));
		this.customers.enter(customer.reference(), Stage.confirming, WaitingFor.staff);
		page.navigate(addressOf(customer));
		browser.look(page, "setup-proved");
		assertThat(browser.troubles()).isEmpty();
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
