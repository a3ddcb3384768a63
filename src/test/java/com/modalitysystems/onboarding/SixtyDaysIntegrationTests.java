package com.modalitysystems.onboarding;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.OnboardingRequest;
import com.modalitysystems.onboarding.customer.SetupLinks;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.process.Days;
import com.modalitysystems.onboarding.process.Onboarding;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A customer in Germany who takes two months, from Tuesday, 29 April 2031: who hears from
 * us when, and never once too often. All dates are Berlin's. That year Easter is on 13
 * April; Labour Day is Thursday, 1 May, Ascension Thursday, 22 May, Whit Monday 2 June.
 */
@SteppedHouseTest
class SixtyDaysIntegrationTests {

	private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

	private final UUID tenant = UUID.randomUUID();

	@Autowired
	private Onboarding onboarding;

	@Autowired
	private Customers customers;

	@Autowired
	private SetupLinks links;

	@Autowired
	private TaskService tasks;

	@Autowired
	private FormService forms;

	@Autowired
	private Days days;

	@Autowired
	private Environment environment;

	private Outside outside;

	private CustomerReference reference;

	@BeforeEach
	void aRequest() {
		this.outside = new Outside("http://localhost:" + this.environment.getRequiredProperty("server.port"));
		this.outside.tenant(this.tenant, "Fabrikam", this.tenant + ".example");
		this.days.begin(moment("2031-04-29T10:00"));
		this.reference = this.onboarding
			.begin(new OnboardingRequest("Fabrikam", this.tenant.toString(), "DE", "Ada Berg", "ada@fabrikam.example",
					"81.2.69.160", "kim@fabrikam.example", "en", null), Actor.CUSTOMER)
			.reference();
		this.days.follow(this.reference);
	}

	@AfterEach
	void theTimeIsTheMachinesAgain() {
		this.days.end();
	}

	@Test
	void whoTakesTwoMonthsHearsFromUsOnTheRightDaysAndNeverOnceTooOften() {
		isInvited();
		letsTheWindowShut();
		hasItOpenedAgain();
		isForgottenInADowntime();
		isCalledInVain();
		expiresAndRenews();
		wantsToBeRemindedLater();
		consents();
		setsUp();
		isLive();
		hearsNothingMore();
		// each with its day; of two that leave at the same moment either may be the first
		assertThat(letters()).containsExactlyInAnyOrder("2031-04-29 ada: OneMeeting: we received your request",
				"2031-04-29 kim: OneMeeting: we received your request",
				"2031-04-29 ada: OneMeeting: your consent is needed in Microsoft 365",
				// two business days later: 30 April and 2 May, since 1 May is none in
				// Germany
				"2031-05-02 ada: Reminder: OneMeeting waits for your consent",
				// the fifth (7 May) and the tenth (14 May) fell into the downtime, which
				// ended on a Sunday night: once, on Monday; the third reminder of a
				// ladder goes to the further contact, too, and so does the last, on
				// the fifteenth
				"2031-05-19 ada: Reminder: OneMeeting still waits for your consent",
				"2031-05-19 kim: Reminder: OneMeeting still waits for your consent",
				"2031-05-21 ada: Last reminder: OneMeeting waits for your consent until 29 May 2031",
				"2031-05-21 kim: Last reminder: OneMeeting waits for your consent until 29 May 2031",
				// then comes a call; thirty days after 29 April:
				"2031-05-29 ada: OneMeeting: the time for your consent is over",
				"2031-05-29 kim: OneMeeting: the time for your consent is over",
				"2031-05-29 managers: Expired: no consent in time for",
				// two business days after the renewal on Tuesday, 3 June
				"2031-06-05 ada: Reminder: OneMeeting waits for your consent",
				// not on the fifth (10 June), but when it was wished
				"2031-06-12 ada: Reminder: your consent for OneMeeting – is something in the way?",
				"2031-06-13 ada: OneMeeting: consent verified, now set up Teams",
				// that was a Friday: Monday and Tuesday are two business days, and
				// Friday is the fifth
				"2031-06-17 ada: Reminder: OneMeeting waits for the Teams policy",
				"2031-06-20 ada: Reminder: the Teams policy for OneMeeting – is something in the way?",
				// before the tenth (27 June) it was in place
				"2031-06-26 ada: OneMeeting: you are live", "2031-06-26 kim: OneMeeting: you are live");
		assertThat(this.days.letters()).as("in business hours")
			.allSatisfy(letter -> assertThat(letter.at().atZone(BERLIN).getHour()).isBetween(9, 16));
	}

	private void isInvited() {
		this.days.work();
		decide("approveRequest", "approve");
		assertThat(customer().stage()).isEqualTo(Stage.awaitingConsent);
		assertThat(rules()).hasSize(1);
	}

	/** After three days. */
	private void letsTheWindowShut() {
		passUntil("2031-05-02T09:50");
		assertThat(rules()).hasSize(1);
		passUntil("2031-05-02T10:10");
		assertThat(rules()).isEmpty();
	}

	/** On a day that is a holiday where we are, and none in Germany. */
	private void hasItOpenedAgain() {
		passUntil("2031-05-05T15:00");
		press("window");
		assertThat(rules()).hasSize(1);
	}

	/** From Tuesday to the night to Sunday, eleven days later. */
	private void isForgottenInADowntime() {
		passUntil("2031-05-06T18:00");
		this.days.sleepUntil(moment("2031-05-18T03:00"));
		this.days.work();
		assertThat(rules()).isEmpty();
	}

	/**
	 * Two business days after the last reminder: 23 and 26 May, since 22 May is none in
	 * Germany.
	 */
	private void isCalledInVain() {
		passUntil("2031-05-26T09:50");
		assertThat(openTasks()).isEmpty();
		passUntil("2031-05-26T10:10");
		assertThat(openTasks()).containsExactly("callCustomer");
		passUntil("2031-05-26T11:00");
		decide("callCustomer", "goOn");
	}

	private void expiresAndRenews() {
		passUntil("2031-05-29T09:50");
		assertThat(customer().stage()).isEqualTo(Stage.awaitingConsent);
		passUntil("2031-06-03T14:00");
		assertThat(customer().stage()).isEqualTo(Stage.expired);
		press("renew");
		assertThat(customer().stage()).isEqualTo(Stage.awaitingConsent);
	}

	private void wantsToBeRemindedLater() {
		passUntil("2031-06-06T16:00");
		press("snooze?until=2031-06-12");
	}

	private void consents() {
		passUntil("2031-06-13T11:00");
		assertThat(rules()).isEmpty();
		press("window");
		assertThat(rules()).hasSize(1);
		this.outside.consent(token(), this.tenant);
		this.days.work();
		assertThat(customer().stage()).isEqualTo(Stage.awaitingSetup);
		assertThat(rules()).isEmpty();
	}

	private void setsUp() {
		passUntil("2031-06-25T16:00");
		press("done");
		assertThat(openTasks()).containsExactly("confirmService");
	}

	private void isLive() {
		passUntil("2031-06-26T12:00");
		decide("confirmService", "works");
		assertThat(customer().stage()).isEqualTo(Stage.live);
	}

	/** Not on the sixtieth day, and not in the rest of the year. */
	private void hearsNothingMore() {
		assertThat(this.days.nextDue()).isEmpty();
		passUntil("2031-06-28T10:00");
		passUntil("2031-12-31T10:00");
		assertThat(rules()).isEmpty();
	}

	private void passUntil(String moment) {
		this.days.passUntil(moment(moment));
	}

	private static Instant moment(String inBerlin) {
		return LocalDateTime.parse(inBerlin).atZone(BERLIN).toInstant();
	}

	/** What the customer does in the set-up room. */
	private void press(String button) {
		this.outside.press(button, token());
		this.days.work();
	}

	private String token() {
		return this.links.token(customer().link());
	}

	private Customer customer() {
		return this.customers.require(this.reference);
	}

	private void decide(String task, String decision) {
		Task open = taskQuery().taskDefinitionKey(task).singleResult();
		this.tasks.claim(open.getId(), "staff");
		this.forms.submitTaskForm(open.getId(), Map.of("decision", decision));
		this.days.work();
	}

	private List<String> openTasks() {
		return taskQuery().list().stream().map(Task::getTaskDefinitionKey).toList();
	}

	private TaskQuery taskQuery() {
		return this.tasks.createTaskQuery().processInstanceBusinessKey(this.reference.value());
	}

	private List<String> rules() {
		return this.outside.rulesOf(this.reference.value()).toList();
	}

	/** Date, whom to and subject, without what is the same in all. */
	private List<String> letters() {
		return this.days.letters()
			.stream()
			.map(letter -> letter.at().atZone(BERLIN).toLocalDate() + " " + letter.to().replaceFirst("@.*", "") + ": "
					+ letter.subject().replaceFirst(" \\[?" + this.reference + "]?$", ""))
			.toList();
	}

}
