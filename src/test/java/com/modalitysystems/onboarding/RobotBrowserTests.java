package com.modalitysystems.onboarding;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.Trail;
import com.modalitysystems.onboarding.customer.Wishes;
import org.awaitility.core.ConditionFactory;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A mail scanner is at each letter's link before the administrator is. */
@HouseTest
@BrowserTest
class RobotBrowserTests {

	private static final Pattern LINK = Pattern.compile("http://\\S+/setup/\\S+");

	private final UUID tenant = UUID.randomUUID();

	private final String email = "ada@" + this.tenant + ".example";

	@Autowired
	private Environment environment;

	@Autowired
	private TaskService tasks;

	@Autowired
	private Customers customers;

	@Autowired
	private Trail trail;

	private Outside outside;

	private CustomerReference reference;

	private String link;

	@BeforeEach
	void anAdministratorIsInvited() {
		this.outside = new Outside("http://localhost:" + this.environment.getRequiredProperty("server.port"));
		this.outside.tenant(this.tenant, "Wingtip Toys", this.tenant + ".example");
		this.reference = new CustomerReference(this.outside.ask("Wingtip Toys", this.tenant, this.email));
		awaitTask("approveRequest");
		this.tasks.complete(
				this.tasks.createTaskQuery().processInstanceBusinessKey(this.reference.value()).singleResult().getId(),
				Map.of("decision", "approve"));
		Matcher found = LINK.matcher(letter("your consent is needed"));
		assertThat(found.find()).isTrue();
		this.link = found.group();
		soon().until(() -> this.outside.onboarding(this.reference.value()).path("state").asText(),
				"awaitingConsent"::equals);
	}

	@Test
	void robotThatFillsInEverythingDoesNothing(Browser browser) {
		Robot robot = new Robot(browser.wide());
		assertNothingHappens(() -> robot.lookAt(this.link).submitEverything(this.link));
		int forms = robot.submitted();
		// consent, granted, address, colleague, reminders, time zone, language, stop
		assertThat(forms).isGreaterThanOrEqualTo(8);
		Page administrator = browser.wide();
		consent(administrator);
		letter("now set up Teams");
		assertNothingHappens(() -> robot.lookAt(this.link).submitEverything(this.link));
		// the result, done, reminders, time zone, an invitation, language, stop
		assertThat(robot.submitted() - forms).isEqualTo(7);
		setUp(administrator);
		assertThat(browser.troubles()).isEmpty();
	}

	@Test
	void robotThatPressesEveryButtonDoesNothingThatHurts(Browser browser) {
		Robot robot = new Robot(browser.wide());
		robot.lookAt(this.link).pressEverything(this.link);
		assertThat(robot.submitted()).isGreaterThanOrEqualTo(8);
		assertNothingHurt();
		Page administrator = browser.wide();
		administrator.navigate(this.link);
		assertThat(administrator.locator("h2#now")).hasText("We are checking your consent");
		press(administrator, "summary", "The consent was not granted after all?");
		goToMicrosoft(administrator);
		letter("now set up Teams");
		robot.lookAt(this.link).pressEverything(this.link);
		assertNothingHurt();
		// only a test call is made too early: the way to the values stays open
		awaitTask("confirmService");
		administrator.navigate(this.link);
		assertThat(administrator.locator("#tenantKey")).containsText("@videosrv.net");
		assertThat(administrator.getByText("the script", new Page.GetByTextOptions().setExact(false)).first())
			.isVisible();
	}

	private void assertNothingHappens(Runnable work) {
		Customer before = customer();
		List<Trail.Event> trail = this.trail.of(this.reference);
		work.run();
		assertThat(customer()).isEqualTo(before);
		assertThat(this.trail.of(this.reference)).isEqualTo(trail);
	}

	private void assertNothingHurt() {
		Customer customer = customer();
		assertThat(customer.administrator().address().value()).isEqualTo("81.2.69.160");
		assertThat(customer.administrator().email().value()).isEqualTo(this.email);
		assertThat(customer.wishes()).isEqualTo(Wishes.NONE);
		assertThat(customer.remindersRestUntil()).isNull();
		assertThat(this.trail.of(this.reference)).extracting(Trail.Event::what)
			.doesNotContain("addressChangeAsked", "successorNamed", "handedOver", "remindersSnoozed", "timeZoneChosen",
					"languageChosen", "cancellationRequested");
	}

	private void consent(Page page) {
		page.navigate(this.link);
		goToMicrosoft(page);
	}

	private static void goToMicrosoft(Page page) {
		press(page, "Go to Microsoft’s consent page");
		press(page, "Accept");
		assertThat(page.locator("h1")).hasText("Welcome back from Microsoft");
	}

	private void setUp(Page page) {
		page.navigate(this.link);
		press(page, "The policy is in place");
		assertThat(page.locator("h2#now")).hasText("We are making a test call");
		awaitTask("confirmService");
	}

	private Customer customer() {
		return this.customers.require(this.reference);
	}

	/** The one letter of its kind, once it has arrived. */
	private String letter(String subject) {
		return soon().until(() -> this.outside.textsTo(this.email, subject), texts -> texts.size() == 1).get(0);
	}

	private void awaitTask(String task) {
		soon().untilAsserted(() -> assertThat(this.tasks.createTaskQuery()
			.processInstanceBusinessKey(this.reference.value())
			.taskDefinitionKey(task)
			.count()).isOne());
	}

	private static ConditionFactory soon() {
		return await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(500));
	}

	private static void press(Page page, String button) {
		press(page, "button:visible", button);
	}

	private static void press(Page page, String what, String words) {
		page.locator(what, new Page.LocatorOptions().setHasText(words)).click();
	}

}
