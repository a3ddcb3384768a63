package com.modalitysystems.onboarding;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.awaitility.core.ConditionFactory;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.UriComponentsBuilder;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A customer, staff, the customer's administrator and a manager, each in a browser of
 * their own, walk through the real pages.
 */
@HouseTest
@BrowserTest
@ExtendWith(OutputCaptureExtension.class)
class WalkBrowserTests {

	private static final String ADMINISTRATOR = "Zoë Quillfeather";

	private static final String EMAIL = "zoe@northwind.example";

	private static final String ADDRESS = "81.2.69.142";

	private static final Pattern LINK = Pattern.compile("http://\\S+/setup/(\\S+)");

	private final UUID tenant = UUID.randomUUID();

	@Autowired
	private Environment environment;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TaskService tasks;

	@Autowired
	private RuntimeService runtime;

	@Autowired
	private ManagementService management;

	@Autowired
	private HistoryService history;

	private String base;

	private Outside outside;

	@BeforeEach
	void theWorld() {
		this.base = "http://localhost:" + this.environment.getRequiredProperty("server.port");
		this.outside = new Outside(this.base);
	}

	// Tasklist shows fifteen tasks at a time: what other tests left would push those of
	// the walk out of sight
	@BeforeEach
	void nobodyElseWaits() {
		await().atMost(Duration.ofMinutes(1)).ignoreExceptions().untilAsserted(() -> {
			this.runtime.createProcessInstanceQuery()
				.list()
				.forEach(other -> this.runtime.deleteProcessInstance(other.getId(), "another test's"));
			assertThat(this.runtime.createProcessInstanceQuery().count()).isZero();
		});
	}

	@Test
	void customerGoesFromRequestToLive(Browser browser, CapturedOutput log) throws Exception {
		this.outside.tenant(this.tenant, "Northwind Traders Ltd", "northwind.example");
		String reference = request(browser);

		Tasklist staff = Tasklist.signIn(browser.wide(), this.base, "staff");
		approve(browser, staff, reference);

		String link = linkIn(letter(EMAIL, "your consent is needed"));
		assertThat(rulesOf(reference)).singleElement().asString().contains(ADDRESS);
		String instance = watch(browser, reference);
		turnStaffAwayFromCockpit(browser);

		Page administrator = browser.wide();
		String state = consent(browser, administrator, link);
		setUp(browser, administrator, link);

		confirm(browser, staff);
		assertLive(reference, instance);
		show(browser, administrator, link, "setup-live");
		assertNothingIsToldAbout(log, tokenIn(link), state);
		assertThat(browser.troubles()).isEmpty();
	}

	@Test
	void staffStartAnOnboardingThemselves(Browser browser) {
		this.outside.tenant(this.tenant, "Fabrikam Residences", "residences.example");
		long before = this.history.createHistoricProcessInstanceQuery().count();
		Tasklist staff = Tasklist.signIn(browser.wide(), this.base, "staff");
		staff.chooseProcess("Onboarding");
		staff.inDialog("Company").fill("Fabrikam Residences");
		staff.inDialog("Microsoft 365 tenant").fill(this.tenant.toString());
		staff.inDialog("Administrator's name").fill("Ada Berg");
		staff.inDialog("Administrator's e-mail").fill("ada@residences.example");
		staff.inDialog("Administrator's public IP address").fill("10.0.0.1");
		browser.look(staff.page(), "tasklist-start");
		staff.start();
		assertThat(staff.refusal())
			.containsText("Administrator's IP address: This address works only inside a private");
		browser.look(staff.page(), "tasklist-start-refused");
		assertThat(this.history.createHistoricProcessInstanceQuery().count()).isEqualTo(before);
		assertThat(this.outside.onboardings("Fabrikam Residences")).isEmpty();

		staff.inDialog("Administrator's public IP address").fill("81.2.69.160");
		staff.start();
		assertThat(staff.dialog()).isHidden();
		letter("ada@residences.example", "we received your request");
		String reference = this.outside.onboardings("Fabrikam Residences").get(0).path("reference").asText();
		awaitTask(reference, "approveRequest");
		staff.choose("To approve", "Approve request: Fabrikam Residences");
		assertThat(staff.field("Reference")).hasValue(reference);
		assertThat(browser.troubles()).isEmpty();
	}

	@Test
	void staffCorrectARequestOfAnUnknownTenant(Browser browser) {
		String reference = this.outside.ask("Litware Studios", UUID.randomUUID(), "ada@litware.example");
		awaitTask(reference, "correctRequest");
		Tasklist staff = Tasklist.signIn(browser.wide(), this.base, "staff");
		staff.choose("To correct", "Correct request: Litware Studios");
		staff.claim();
		assertThat(staff.field("Why")).hasValue("Microsoft knows no tenant of this name or id.");
		assertThat(staff.field("What the customer answered")).isHidden();
		staff.field("Microsoft 365 tenant").fill("litware");
		staff.decide("Correct: look the tenant up again with these values");
		browser.look(staff.page(), "tasklist-correct");
		assertThat(staff.completeInVain()).containsText("Tenant: This is neither a tenant ID");
		browser.look(staff.page(), "tasklist-correct-refused");

		this.outside.tenant(this.tenant, "Litware Studios Ltd", "litware.example");
		staff.field("Microsoft 365 tenant").fill(this.tenant.toString());
		staff.complete();
		awaitTask(reference, "approveRequest");
		assertThat(this.outside.onboarding(reference).path("tenantName").asText()).isEqualTo("Litware Studios Ltd");
		assertThat(browser.troubles()).isEmpty();
	}

	@Test
	void staffReplaceALinkThatWentAstray(Browser browser) {
		String email = "ada@tailwind.example";
		this.outside.tenant(this.tenant, "Tailwind Toys Ltd", "tailwind.example");
		String reference = this.outside.ask("Tailwind Toys", this.tenant, email);
		awaitTask(reference, "approveRequest");
		this.tasks.complete(this.tasks.createTaskQuery().processInstanceBusinessKey(reference).singleResult().getId(),
				Map.of("decision", "approve"));
		String astray = linkIn(letter(email, "your consent is needed"));

		Tasklist staff = Tasklist.signIn(browser.wide(), this.base, "staff");
		staff.chooseProcess("Intervene");
		staff.inDialog("Reference").fill("OM-222222");
		staff.inDialog("Replace the customer's link").check();
		assertThat(staff.inDialog("Words for the customer")).isHidden();
		staff.start();
		assertThat(staff.refusal()).containsText("There is no onboarding OM-222222.");
		staff.inDialog("Reference").fill(reference);
		browser.look(staff.page(), "tasklist-intervene");
		staff.start();
		assertThat(staff.dialog()).isHidden();

		String link = soon()
			.until(() -> this.outside.textsTo(email, "your consent is needed"), texts -> texts.size() == 2)
			.stream()
			.map(WalkBrowserTests::linkIn)
			.filter(found -> !found.equals(astray))
			.findFirst()
			.orElseThrow();
		Page page = browser.wide();
		page.navigate(astray);
		assertThat(page.locator("h2#now")).hasCount(0);
		page.navigate(link);
		assertThat(page.locator("h2#now")).hasText("Your consent is needed");
	}

	private String request(Browser browser) {
		Page page = browser.wide();
		page.navigate(this.base + "/request");
		page.getByLabel("Company").fill("Northwind Traders");
		page.getByLabel("Tenant ID or domain").fill(this.tenant.toString());
		page.getByLabel("Country").selectOption("United Kingdom");
		page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(ADMINISTRATOR);
		page.getByLabel("E-mail address").fill(EMAIL);
		page.getByLabel("Public IP address").fill("10.0.0.1");
		page.getByLabel("I have read this note.").check();
		browser.illustrate(page, "request");
		press(page, "Send the request");
		assertThat(page.locator("#adminAddress-error")).containsText("works only inside a private network");
		assertThat(page.getByLabel("Public IP address")).hasValue("10.0.0.1");
		assertThat(page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true))).hasValue(ADMINISTRATOR);
		browser.look(page, "walk-request-mistake");
		page.getByLabel("Public IP address").fill(ADDRESS);
		press(page, "Send the request");
		assertThat(page.locator("h1")).hasText("We have your request");
		browser.look(page, "walk-received");
		return page.locator(".reference").innerText();
	}

	private void approve(Browser browser, Tasklist staff, String reference) {
		awaitTask(reference, "approveRequest");
		staff.choose("To approve", "Approve request: Northwind Traders");
		staff.claim();
		assertThat(staff.field("Company as the customer writes it")).hasValue("Northwind Traders");
		assertThat(staff.field("Organization as Microsoft knows it")).hasValue("Northwind Traders Ltd");
		assertThat(staff.field("Tenant's default domain")).hasValue("northwind.example");
		assertThat(staff.field("Administrator's e-mail")).hasValue(EMAIL);
		assertThat(staff.field("Address to let in")).hasValue(ADDRESS);
		assertThat(staff.field("Order number")).isHidden();
		assertThat(staff.field("What we asked the customer")).isHidden();
		staff.decide("Reject the request");
		assertThat(staff.field("Words for the customer")).isVisible();
		browser.look(staff.page(), "tasklist-approve-reject");
		staff.decide("Approve: invite the administrator to consent");
		browser.look(staff.page(), "tasklist-approve");
		browser.illustrate(staff.page(), "approve-request");
		staff.complete();
	}

	private String watch(Browser browser, String reference) {
		String instance = this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(reference)
			.singleResult()
			.getId();
		Page manager = browser.wide();
		Tasklist.signIn(manager, this.base, "cockpit", "manager");
		manager.getByText("Processes", new Page.GetByTextOptions().setExact(true)).first().click();
		manager.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Onboarding").setExact(true)).click();
		manager.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(instance)).click();
		assertThat(manager.locator("dd.business-key")).hasText(reference);
		assertThat(manager.locator("[data-container-id=awaitConsent] .instance-count")).hasText("1");
		browser.look(manager, "cockpit");
		browser.illustrate(manager, "cockpit");
		return instance;
	}

	private void turnStaffAwayFromCockpit(Browser browser) {
		Page page = browser.wide();
		Tasklist.signIn(page, this.base, "cockpit", "staff");
		assertThat(page.getByText("missing access rights to application")).isVisible();
		assertThat(page.getByText("Processes", new Page.GetByTextOptions().setExact(true))).hasCount(0);
	}

	private String consent(Browser browser, Page page, String link) {
		page.navigate(link);
		assertThat(page.locator("h2#now")).hasText("Your consent is needed");
		browser.look(page, "setup-consent");
		browser.illustrate(page, "setup-consent");
		press(page, "Go to Microsoft’s consent page");
		assertThat(page.locator("h1")).hasText("Permissions requested");
		String state = UriComponentsBuilder.fromUriString(page.url()).build().getQueryParams().getFirst("state");
		browser.look(page, "microsoft-consent");
		press(page, "Accept");
		assertThat(page.locator("h1")).hasText("Welcome back from Microsoft");
		browser.look(page, "setup-returned");
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Go to your set-up page")).click();
		assertThat(page).hasURL(link);
		return state;
	}

	private void setUp(Browser browser, Page page, String link) throws Exception {
		assertThat(linkIn(letter(EMAIL, "now set up Teams"))).isEqualTo(link);
		page.reload();
		String tenantKey = page.locator("#tenantKey").innerText();
		assertThat(tenantKey).endsWith("@videosrv.net");
		assertThat(page.locator("#applicationId")).hasText("2b6f4c1e-8a3d-4f7b-9c25-51e0d7a8b3f6");
		browser.look(page, "setup-values");
		browser.illustrate(page, "setup-values");
		Download download = page.waitForDownload(
				() -> page.getByText("Download the script", new Page.GetByTextOptions().setExact(true)).click());
		assertThat(download.suggestedFilename()).isEqualTo("onemeeting-setup.ps1");
		assertThat(Files.readString(download.path(), StandardCharsets.UTF_8)).startsWith("\uFEFF")
			.contains("'" + this.tenant + "'", "'" + tenantKey + "'");
		press(page, "The policy is in place");
		assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("We have noted that the policy is in place");
		assertThat(page.locator("h2#now")).hasText("We are making a test call");
		browser.look(page, "setup-reported");
	}

	private void confirm(Browser browser, Tasklist staff) {
		soon().untilAsserted(
				() -> assertThat(this.tasks.createTaskQuery().taskName("Confirm service: Northwind Traders").count())
					.isOne());
		staff.choose("To confirm", "Confirm service: Northwind Traders");
		staff.claim();
		assertThat(staff.field("Tenant key to dial")).hasValue(Pattern.compile(".+@videosrv\\.net"));
		staff.decide("It works: the customer is live");
		browser.look(staff.page(), "tasklist-confirm");
		staff.complete();
	}

	private void assertLive(String reference, String instance) {
		letter(EMAIL, "you are live");
		soon().untilAsserted(
				() -> assertThat(this.outside.onboarding(reference).path("state").asText()).isEqualTo("live"));
		assertThat(this.outside.subjectsTo(EMAIL)).satisfiesExactly(
				subject -> assertThat(subject).contains("you are live", reference),
				subject -> assertThat(subject).contains("now set up Teams", reference),
				subject -> assertThat(subject).contains("your consent is needed", reference),
				subject -> assertThat(subject).contains("we received your request", reference));
		assertThat(rulesOf(reference)).isEmpty();
		soon().untilAsserted(() -> assertThat(
				this.history.createHistoricProcessInstanceQuery().processInstanceId(instance).finished().count())
			.isOne());
		assertThat(this.runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference).count()).isZero();
		assertThat(this.tasks.createTaskQuery().processInstanceId(instance).count()).isZero();
		assertThat(this.management.createJobQuery().processInstanceId(instance).count()).isZero();
		assertThat(this.history.createHistoricIncidentQuery().processInstanceId(instance).count()).isZero();
	}

	private void assertNothingIsToldAbout(CapturedOutput log, String token, String state) {
		SecretSweep sweep = new SecretSweep(ADMINISTRATOR, EMAIL, ADDRESS, token, state,
				this.environment.getRequiredProperty("directory.entra.client-secret"),
				this.environment.getRequiredProperty("firewall.azure.client-secret"),
				this.environment.getRequiredProperty("conference.pexip.password"),
				this.environment.getRequiredProperty("onboarding.link-secret"));
		assertThat(sweep.inTheEngine(this.jdbc)).isEmpty();
		assertThat(sweep.in(log.getAll())).isEmpty();
	}

	private void show(Browser browser, Page page, String link, String name) {
		page.navigate(link);
		assertThat(page.locator("h2#now")).hasText("You are live");
		browser.look(page, name);
		page.navigate(this.base + "/sandbox");
		browser.look(page, "sandbox");
		page.navigate(this.base + "/sandbox/mail");
		browser.look(page, "sandbox-mail");
		browser.illustrate(page, "sandbox");
		page.navigate(this.base + "/sandbox/journal");
		browser.look(page, "sandbox-journal");
	}

	/** The one letter of its kind to somebody, once it has arrived. */
	private String letter(String email, String subject) {
		return soon().until(() -> this.outside.textsTo(email, subject), texts -> texts.size() == 1).get(0);
	}

	private void awaitTask(String reference, String task) {
		soon().untilAsserted(() -> assertThat(
				this.tasks.createTaskQuery().processInstanceBusinessKey(reference).taskDefinitionKey(task).count())
			.isOne());
	}

	private List<String> rulesOf(String reference) {
		return this.outside.rules().stream().filter(rule -> rule.contains(reference)).toList();
	}

	private static ConditionFactory soon() {
		return await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(500));
	}

	private static String linkIn(String letter) {
		Matcher link = LINK.matcher(letter);
		assertThat(link.find()).as(letter).isTrue();
		return link.group();
	}

	private static String tokenIn(String link) {
		return Path.of(link).getFileName().toString();
	}

	private static void press(Page page, String button) {
		page.locator("button:visible:not(.visually-hidden)", new Page.LocatorOptions().setHasText(button)).click();
	}

}
