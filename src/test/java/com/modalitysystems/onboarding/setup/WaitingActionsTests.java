package com.modalitysystems.onboarding.setup;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerWishes;
import com.modalitysystems.onboarding.customer.EmailAddress;
import com.modalitysystems.onboarding.customer.PublicAddress;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.Successor;
import com.modalitysystems.onboarding.customer.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;

class WaitingActionsTests extends SetupRoomTest {

	private static final String ANOTHER = "20.1.2.3";

	@Autowired
	private CustomerWishes wishes;

	@Autowired
	private Clock clock;

	@Test
	void otherAddressIsTakenWithTheReferenceFromTheLetter() {
		Customer customer = customerAt(Stage.awaitingConsent);
		assertLeadsBack(post(room(customer) + "/address",
				Map.of("address", " " + ANOTHER, "reference", customer.reference().value().toLowerCase(Locale.ROOT))),
				customer, Note.address);
		then(this.onboarding).should().changeAddress(customer.reference(), ANOTHER);
		assertNothingWasDone();
	}

	@Test
	void buttonForTheAddressOneIsOnCountsBeforeWhatWasTyped() {
		Customer customer = customerAt(Stage.awaitingConsent);
		post(room(customer) + "/address",
				Map.of("address", "half", "here", ANOTHER, "reference", customer.reference().value()));
		then(this.onboarding).should().changeAddress(customer.reference(), ANOTHER);
	}

	@Test
	void addressThatIsTheirsAlreadyIsLetInOnceMore() {
		Customer customer = customerAt(Stage.awaitingConsent);
		assertLeadsBack(post(room(customer) + "/address", Map.of("address", customer.administrator().address().value(),
				"reference", customer.reference().value())), customer, Note.window);
		then(this.onboarding).should().openWindow(customer.reference());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "OM-222222", "om", "made up" })
	void addressWithoutTheReferenceChangesNothing(String reference) {
		Customer customer = customerAt(Stage.awaitingConsent);
		HttpResponse<String> page = post(room(customer) + "/address",
				Map.of("address", "10.0.0.1", "reference", reference));
		assertThat(page.statusCode()).isEqualTo(422);
		assertThat(page.body())
			.contains("value=\"10.0.0.1\"", "id=\"address-error\"", "id=\"addressReference-error\"",
					"href=\"#addressReference\"", "open=\"open\"")
			.doesNotContain(customer.reference().value(), "id=\"reference-error\"", "id=\"adminReference-error\"");
		assertNothingWasDone();
	}

	@Test
	void colleagueIsNamedWithTheReferenceFromTheLetter() {
		Customer customer = customerAt(Stage.awaitingConsent);
		assertLeadsBack(post(room(customer) + "/admin", colleague(customer)), customer, Note.colleague);
		then(this.onboarding).should().handOn(customer.reference(), "Bea Ruiz", "bea@contoso.com");
	}

	@Test
	void colleagueWhoIsNamedTwiceIsNamedOnce() {
		Customer customer = customerAt(Stage.awaitingConsent);
		this.wishes.successor(customer.reference(), new Successor("Bea Ruiz", new EmailAddress("bea@contoso.com")));
		this.wishes.successorApproved(customer.reference());
		assertLeadsBack(post(room(customer) + "/admin", colleague(customer)), customer, Note.colleague);
		assertNothingWasDone();
	}

	@Test
	void whoNamesAnotherColleagueReadsWhoGetsTheLetter() {
		Customer customer = customerAt(Stage.awaitingConsent);
		given(this.onboarding.handOn(customer.reference(), "Bea Ruiz", "bea@contoso.com")).willReturn(true);
		assertLeadsBack(post(room(customer) + "/admin", colleague(customer)), customer, Note.colleagueReplaced);
		assertThat(get(room(customer) + "?note=colleagueReplaced").body())
			.contains("Somebody else was named before and had not taken over yet");
	}

	@Test
	void mistakesInTheColleagueAreShownWithWhatWasTyped() {
		Customer customer = customerAt(Stage.awaitingConsent);
		HttpResponse<String> page = post(room(customer) + "/admin",
				Map.of("adminName", " ", "adminEmail", "bea at contoso", "reference", "OM-222222"));
		assertThat(page.statusCode()).isEqualTo(422);
		assertThat(page.body())
			.contains("value=\"bea at contoso\"", "id=\"adminName-error\"", "id=\"adminEmail-error\"",
					"id=\"adminReference-error\"", "Enter the name of your colleague.")
			.doesNotContain(customer.reference().value(), "id=\"addressReference-error\"");
		assertNothingWasDone();
	}

	@Test
	void nobodyHandsOnToThemselves() {
		Customer customer = customerAt(Stage.awaitingConsent);
		Map<String, String> form = new HashMap<>(colleague(customer));
		form.put("adminEmail", customer.administrator().email().value());
		HttpResponse<String> page = post(room(customer) + "/admin", form);
		assertThat(page.statusCode()).isEqualTo(422);
		assertThat(page.body()).contains("This is the address we write to already.");
		assertNothingWasDone();
	}

	@Test
	void whoHasHandedOnReadsThatItIsDone() {
		Customer customer = customerAt(Stage.awaitingConsent);
		String former = room(customer);
		this.customers.replaceLink(customer.reference());
		assertThat(get(former + "?note=colleague").statusCode()).isEqualTo(404);
		assertThat(get(former + "?note=colleague").body()).contains("The set-up was handed on");
		assertThat(get(former).body()).doesNotContain("The set-up was handed on");
	}

	@Test
	void shutWayIsOpened() {
		Customer customer = customerAt(Stage.awaitingConsent);
		assertLeadsBack(post(room(customer) + "/window", Map.of()), customer, Note.window);
		then(this.onboarding).should().openWindow(customer.reference());
	}

	@Test
	void wayThatIsOpeningOrOpenIsLeftAlone() {
		Customer customer = customerAt(Stage.awaitingConsent);
		this.wishes.window(customer.reference());
		assertLeadsBack(post(room(customer) + "/window", Map.of()), customer, Note.window);
		this.wishes.windowOpened(customer.reference(), customer.administrator().address(), inHours(1));
		assertLeadsBack(post(room(customer) + "/window", Map.of()), customer, Note.windowOpen);
		assertNothingWasDone();
	}

	@Test
	void wayThatShouldBeShutByNowIsOpenedAnew() {
		Customer customer = customerAt(Stage.awaitingConsent);
		this.wishes.windowOpened(customer.reference(), PublicAddress.of(ANOTHER), inHours(-1));
		post(room(customer) + "/window", Map.of());
		then(this.onboarding).should().openWindow(customer.reference());
	}

	@ParameterizedTest
	@EnumSource(names = { "awaitingConsent", "awaitingSetup" })
	void remindersRestUntilTheDayThatWasChosen(Stage stage) {
		Customer customer = customerWithValuesAt(stage);
		LocalDate day = today().plusDays(1);
		given(this.onboarding.snooze(customer.reference(), day)).willReturn(true);
		assertLeadsBack(post(room(customer) + "/snooze", Map.of("until", day.toString())), customer, Note.snoozed);
		then(this.onboarding).should().snooze(customer.reference(), day);
	}

	@Test
	void dayThatIsNoneToComeIsAMistake() {
		Customer customer = customerAt(Stage.awaitingConsent);
		Map<String, String> sentences = Map.of("", "Choose a day", "tomorrow", "Choose a day", today().toString(),
				"This day is not to come", today().plusYears(1).toString(), "By then the time for this step is over");
		sentences.forEach((typed, sentence) -> {
			HttpResponse<String> page = post(room(customer) + "/snooze", Map.of("until", typed));
			assertThat(page.statusCode()).as(typed).isEqualTo(422);
			assertThat(page.body()).contains("id=\"until-error\"", sentence, "value=\"" + typed + "\"");
		});
		then(this.onboarding).should().snooze(customer.reference(), today().plusYears(1));
		assertNothingWasDone();
	}

	@ParameterizedTest
	@EnumSource(names = { "awaitingConsent", "awaitingSetup" })
	void timeZoneIsTheOneThatWasChosen(Stage stage) {
		Customer customer = customerWithValuesAt(stage);
		assertLeadsBack(post(room(customer) + "/time-zone", Map.of("timeZone", "Atlantic/Canary")), customer,
				Note.timeZone);
		then(this.onboarding).should().chooseTimeZone(customer.reference(), TimeZone.of("Atlantic/Canary"));
		this.customers.choose(customer.reference(), TimeZone.of("Asia/Tokyo"));
		assertLeadsBack(post(room(customer) + "/time-zone", Map.of("timeZone", "")), customer, Note.timeZone);
		then(this.onboarding).should().chooseTimeZone(customer.reference(), null);
	}

	@Test
	void timeZoneThatIsTheirsAlreadyIsNotChosenOnceMore() {
		Customer customer = customerAt(Stage.awaitingConsent);
		assertLeadsBack(post(room(customer) + "/time-zone", Map.of("timeZone", "")), customer, Note.timeZone);
		this.customers.choose(customer.reference(), TimeZone.of("Asia/Tokyo"));
		assertLeadsBack(post(room(customer) + "/time-zone", Map.of("timeZone", "Asia/Tokyo")), customer, Note.timeZone);
		assertNothingWasDone();
	}

	@Test
	void timeZoneThatIsNoneIsAMistake() {
		Customer customer = customerAt(Stage.awaitingConsent);
		HttpResponse<String> page = post(room(customer) + "/time-zone", Map.of("timeZone", "Mars/<Olympus>"));
		assertThat(page.statusCode()).isEqualTo(422);
		assertThat(page.body()).contains("id=\"timeZone-error\"", "There is no time zone of this name.",
				"href=\"#timeZone\"");
		assertNothingWasDone();
	}

	@Test
	void expiredSetupGoesOn() {
		Customer customer = customerAt(Stage.expired);
		given(this.onboarding.renew(customer.reference(), Actor.CUSTOMER)).willReturn(true, false);
		assertLeadsBack(post(room(customer) + "/renew", Map.of()), customer, Note.renewed);
		assertLeadsBack(post(room(customer) + "/renew", Map.of()), customer, Note.notNow);
	}

	@ParameterizedTest
	@EnumSource
	void outOfItsTimeAnActLeadsBackWithASentence(Stage stage) {
		Customer customer = customerWithValuesAt(stage);
		Map<String, String> form = new HashMap<>(colleague(customer));
		form.putAll(Map.of("address", ANOTHER, "until", today().plusDays(1).toString()));
		for (String act : List.of("/address", "/admin", "/window", "/snooze", "/time-zone", "/renew")) {
			if (!isTimeFor(act, stage)) {
				assertLeadsBack(post(room(customer) + act, form), customer, Note.notNow);
			}
		}
		assertNothingWasDone();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/address", "/admin", "/window", "/snooze", "/time-zone", "/renew" })
	void actBehindAWrongLinkIsNotFound(String act) {
		assertThat(post("/setup/nothing" + act, Map.of()).statusCode()).isEqualTo(404);
		assertNothingWasDone();
	}

	@ParameterizedTest
	@ValueSource(strings = { "awaitingConsent /consent", "awaitingConsent /granted", "awaitingConsent /window",
			"awaitingConsent /snooze", "awaitingConsent /time-zone", "awaitingCustomer /answer", "awaitingSetup /done",
			"expired /renew" })
	void whoFillsInWhatNoPersonSeesDoesNothing(String place) {
		Customer customer = customerWithValuesAt(Stage.valueOf(place.split(" ")[0]));
		String act = place.split(" ")[1];
		assertThat(get(room(customer)).body())
			.containsPattern("(?s)action=\"[^\"]*" + act + "\".*?name=\"leaveEmpty\"");
		HttpResponse<String> answer = post(room(customer) + act, Map.of("leaveEmpty", "made up", "answer", "made up",
				"tenant", "contoso.com", "adminAddress", ANOTHER, "until", today().plusDays(1).toString()));
		assertThat(answer.statusCode()).isEqualTo(303);
		assertThat(answer.headers().firstValue("Location")).hasValue(room(customer));
		assertNothingWasDone();
	}

	private static boolean isTimeFor(String act, Stage stage) {
		return switch (act) {
			case "/renew" -> stage == Stage.expired;
			case "/snooze", "/time-zone" -> stage == Stage.awaitingConsent || stage == Stage.awaitingSetup;
			default -> stage == Stage.awaitingConsent;
		};
	}

	private static Map<String, String> colleague(Customer customer) {
		return Map.of("adminName", "Bea Ruiz", "adminEmail", "bea@contoso.com", "reference",
				customer.reference().value());
	}

	private Instant inHours(int hours) {
		return this.clock.instant().plus(Duration.ofHours(hours));
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), ZoneId.of("Europe/Berlin"));
	}

	private void assertLeadsBack(HttpResponse<String> answer, Customer customer, Note note) {
		assertThat(answer.statusCode()).isEqualTo(303);
		assertThat(answer.headers().firstValue("Location")).hasValue(room(customer) + "?note=" + note);
	}

}
