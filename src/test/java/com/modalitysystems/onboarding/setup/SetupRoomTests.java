package com.modalitysystems.onboarding.setup;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.Consent;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerWishes;
import com.modalitysystems.onboarding.customer.EmailAddress;
import com.modalitysystems.onboarding.customer.Permission;
import com.modalitysystems.onboarding.customer.PublicAddress;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.TimeZone;
import com.modalitysystems.onboarding.customer.Successor;
import com.modalitysystems.onboarding.customer.Trail;
import com.modalitysystems.onboarding.customer.UsualTimes.Phase;
import com.modalitysystems.onboarding.customer.WaitingFor;
import com.modalitysystems.onboarding.time.BusinessCalendar;
import com.modalitysystems.onboarding.time.Workplace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

import static java.util.Locale.ENGLISH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

class SetupRoomTests extends SetupRoomTest {

	@Autowired
	private BusinessCalendar calendar;

	@Autowired
	private MessageSource messages;

	@Autowired
	private CustomerWishes wishes;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clock clock;

	@ParameterizedTest
	@EnumSource
	void eachStageSaysWhereThingsStand(Stage stage) {
		Customer customer = customerWithValuesAt(stage);
		HttpResponse<String> page = get(room(customer));
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains(sentence("setup.stage." + stage + ".title"), "OneMeeting for Contoso Ltd")
			.doesNotContain("??", customer.reference().value());
	}

	@Test
	void nobodyReadsOfAConsentThatWasNotAskedFor() {
		Customer customer = customerAt(Stage.provisioning, WaitingFor.nobody);
		assertThat(get(room(customer)).body()).contains(sentence("setup.stage.inviting.title"),
				sentence("setup.permissions.ahead"));
		this.customers.consentSeen(customer.reference(), consent(Consent.Outcome.verified, Consent.Item.granted));
		assertThat(get(room(customer)).body()).contains(sentence("setup.stage.provisioning.title"),
				sentence("setup.permissions.behind"));
	}

	@Test
	void roomSaysHowLongItUsuallyTakesOnceThatIsKnown() {
		Customer customer = customerAt(Stage.awaitingApproval, WaitingFor.staff);
		assertThat(get(room(customer)).body()).doesNotContain(sentence("setup.usual.approval"));
		given(this.usualTimes.known()).willReturn(Map.of(Phase.approval, Duration.ofMinutes(125)));
		assertThat(get(room(customer)).body()).contains(sentence("setup.usual.approval"), "about 2 hours");
		given(this.usualTimes.known()).willReturn(Map.of(Phase.approval, Duration.ofMinutes(60)));
		assertThat(get(room(customer)).body()).contains("about an hour");
		assertThat(get(room(customerAt(Stage.awaitingConsent))).body())
			.doesNotContain("class=\"facts facts-wide usual");
	}

	@ParameterizedTest
	@EnumSource
	void eachPartOfTheWayHasItsName(Phase phase) {
		assertThat(sentence("setup.usual." + phase)).isNotBlank();
	}

	@Test
	void nobodyIsPromisedAMinuteWhileAStepOfOursIsRepaired() {
		Customer customer = customerAt(Stage.awaitingConsent);
		this.wishes.window(customer.reference());
		assertThat(get(room(customer)).body()).contains(sentence("setup.way.opening.soon"))
			.doesNotContain(sentence("setup.heldUp.title"));

		this.customers.waitFor(customer.reference(), WaitingFor.operator);
		assertThat(get(room(customer)).body())
			.contains(sentence("setup.heldUp.title"), sentence("setup.way.opening.heldUp"),
					sentence("setup.waiting.operator"))
			.doesNotContain(sentence("setup.way.opening.soon"), "less than a minute");
	}

	@ParameterizedTest
	@EnumSource
	void eachConsentOutcomeHasItsOwnWords(Consent.Outcome outcome) {
		Customer customer = customerAt(Stage.awaitingConsent);
		this.customers.consentSeen(customer.reference(), consent(outcome, Consent.Item.missing));
		assertThat(get(room(customer)).body()).contains(sentence("setup.consent." + outcome + ".title"))
			.doesNotContain("??", "{0}");
	}

	@Test
	void whomMicrosoftLeadsBackIsToldSo() {
		assertThat(get(room(customerAt(Stage.awaitingConsent))).body())
			.contains(sentence("setup.consent.how.3"), sentence("setup.consent.go"), sentence("setup.consent.granted"))
			.doesNotContain("target=");
	}

	@Test
	void whomTheConnectorDoesNotLeadBackIsToldToSayThatConsentWasGranted() {
		given(this.onboarding.consentLeadsBack()).willReturn(false);
		assertThat(get(room(customerAt(Stage.awaitingConsent))).body())
			.contains(sentence("setup.consent.how.3.connector"), sentence("setup.consent.go.connector"),
					sentence("setup.consent.granted"), sentence("setup.consent.granted.hint.connector"))
			// the room stays open beside it
			.contains("target=\"_blank\"")
			.doesNotContain(sentence("setup.consent.how.3"), sentence("setup.consent.granted.hint"));
	}

	@Test
	void whoComesBackWithoutConsentIsToldHowToGoOn() {
		Customer customer = customerAt(Stage.awaitingConsent);
		this.facts.consentReturned(customer.reference(), "access_denied", null);
		assertThat(get(room(customer)).body()).contains(sentence("setup.consent.declined.title"));
	}

	@Test
	void whoeverComesLongAfterAReturnIsAskedToConsent() {
		Customer customer = customerAt(Stage.awaitingConsent, WaitingFor.microsoft);
		this.facts.consentReturned(customer.reference(), null, null);
		this.customers.consentSeen(customer.reference(),
				new Consent(Consent.Outcome.notYet, Map.of(), this.clock.instant().plus(Duration.ofSeconds(5))));
		assertThat(get(room(customer)).body()).contains(sentence("setup.stage.lookingAtConsent.title"));
		this.jdbc
			.sql("update customer set consent_returned_at = consent_returned_at - interval '1 hour' "
					+ "where reference = :reference")
			.param("reference", customer.reference().value())
			.update();
		assertThat(get(room(customer)).body()).contains(sentence("setup.stage.awaitingConsent.title"),
				sentence("setup.consent.notYet.title"), sentence("setup.waiting.customer"));
	}

	@ParameterizedTest
	@EnumSource
	void eachOfTheNinePermissionsIsExplained(Permission permission) {
		Customer customer = customerAt(Stage.awaitingConsent);
		this.customers.consentSeen(customer.reference(),
				consent(Consent.Outcome.incomplete, Consent.Item.notCheckable, permission));
		assertThat(get(room(customer)).body()).contains(permission.graphName(),
				HtmlUtils
					.htmlEscape(this.messages.getMessage("permission." + permission + ".microsoft", null, ENGLISH)),
				sentence("permission." + permission + ".for"), sentence("permission." + permission + ".not"),
				">granted<");
	}

	@Test
	void roomSaysWhetherTheWayIsOpen() {
		Customer customer = customerAt(Stage.awaitingConsent);
		assertThat(get(room(customer)).body()).contains(sentence("setup.way.shut"), sentence("setup.way.go"),
				customer.administrator().address().value());
		this.wishes.window(customer.reference());
		assertThat(get(room(customer)).body()).contains(sentence("setup.way.opening.soon"))
			.doesNotContain(sentence("setup.way.go"));
		this.wishes.windowOpened(customer.reference(), PublicAddress.of("20.1.2.3"),
				this.clock.instant().plus(Duration.ofDays(3)));
		assertThat(get(room(customer)).body()).contains("20.1.2.3", sentence("setup.way.until"))
			.doesNotContain(sentence("setup.way.go"), sentence("setup.way.opening.soon"));
	}

	@Test
	void roomSaysFromWhereConsentWorks() {
		Customer customer = customerAt(Stage.awaitingConsent);
		assertThat(getFrom("20.30.40.50", room(customer))).contains(sentence("setup.way.shut.here"));
		assertThat(getFrom("20.1.2.3", room(customer))).contains("you are on another network. Go to a computer",
				"name=\"here\"", "value=\"20.1.2.3\"");
		this.wishes.windowOpened(customer.reference(), PublicAddress.of("20.1.2.3"),
				this.clock.instant().plus(Duration.ofDays(3)));
		assertThat(getFrom("20.1.2.3", room(customer))).contains(sentence("setup.way.open.here"))
			.doesNotContain("name=\"here\"");
		assertThat(getFrom("2a01:4f8::1", room(customer))).contains(sentence("setup.way.open.otherFamily"));
		assertThat(get(room(customer)).body()).contains("We cannot see from which public address");
	}

	@Test
	void wishesThatWaitAreSaidInWords() {
		Customer customer = customerAt(Stage.awaitingConsent);
		this.wishes.address(customer.reference(), PublicAddress.of("20.1.2.3"));
		this.wishes.successor(customer.reference(), new Successor("Bea <Ruiz>", new EmailAddress("bea@contoso.com")));
		assertThat(get(room(customer)).body()).contains("You asked us to let in 20.1.2.3 instead",
				"You named Bea &lt;Ruiz&gt;", sentence("setup.wish.address.soon"),
				sentence("setup.wish.colleague.soon"));
		this.customers.waitFor(customer.reference(), WaitingFor.staff);
		assertThat(get(room(customer)).body()).contains("Until then it stays with 20.30.40.50.",
				sentence("setup.wish.colleague.staff"), sentence("setup.waiting.staff"));
	}

	@Test
	void refusalOfStaffIsSaidUntilSomethingElseIsAskedFor() {
		Customer customer = customerAt(Stage.awaitingConsent);
		this.customers.explain(customer.reference(), "This network is not yours.");
		assertThat(get(room(customer)).body()).doesNotContain("This network is not yours.");
		this.trail.add(customer.reference(), Actor.staff("mueller"), "addressRefused");
		assertThat(get(room(customer)).body()).contains(sentence("setup.refusal.address"),
				"This network is not yours.");
		this.trail.add(customer.reference(), Actor.staff("mueller"), "successorRefused");
		assertThat(get(room(customer)).body()).contains(sentence("setup.refusal.colleague"));
		this.trail.add(customer.reference(), Actor.CUSTOMER, "addressChangeAsked");
		assertThat(get(room(customer)).body()).doesNotContain("This network is not yours.");
	}

	@Test
	void restOfTheRemindersIsShownWhileItLasts() {
		Customer customer = customerAt(Stage.awaitingConsent);
		assertThat(get(room(customer)).body()).contains("name=\"until\"")
			.doesNotContain(sentence("setup.snooze.rests"));
		this.customers.restReminders(customer.reference(), this.clock.instant().plus(Duration.ofDays(5)));
		assertThat(get(room(customer)).body()).contains(sentence("setup.snooze.rests"));
		this.customers.restReminders(customer.reference(), this.clock.instant().minus(Duration.ofDays(1)));
		assertThat(get(room(customer)).body()).doesNotContain(sentence("setup.snooze.rests"));
	}

	@Test
	void whatComesByItselfIsSaidInTheDaysOfTheCustomer() {
		Customer customer = customerAt(Stage.awaitingConsent);
		Instant end = this.calendar.after(customer.since().plus(Duration.ofDays(30)), 0,
				new Workplace(ZoneId.of("Europe/Berlin"), "DE"));
		assertThat(get(room(customer)).body())
			.containsSubsequence(sentence("setup.coming.title"), sentence("setup.coming.consentReminder"),
					sentence("setup.coming.call"), dayInBerlin(end), sentence("setup.coming.expiry"), "Europe/Berlin")
			.doesNotContain("??");
	}

	@Test
	void timeZonesOfTheCountryAreOfferedFirst() {
		Customer customer = customerAt(Stage.awaitingConsent);
		assertThat(get(room(customer)).body()).containsSubsequence(">" + sentence("setup.timeZone.usual") + "</option>",
				"<optgroup label=\"Germany\">", "<option>Europe/Berlin</option>", "<optgroup label=\"Elsewhere\">",
				"value=\"America/New_York\"", "America/New York");
		this.customers.choose(customer.reference(), TimeZone.of("America/New_York"));
		String page = get(room(customer)).body();
		assertThat(page).contains("value=\"America/New_York\" selected=\"selected\"",
				"These are days in the time zone America/New_York.");
		assertThat(page.substring(page.indexOf("<select id=\"timeZone\""), page.indexOf("value=\"America/New_York\"")))
			.doesNotContain("selected=", "</select>");
	}

	@Test
	void whoMayRenewReadsUntilWhen() {
		Customer customer = customerAt(Stage.expired);
		assertThat(get(room(customer)).body()).containsSubsequence(sentence("setup.coming.expired"),
				dayInBerlin(customer.since().plus(Duration.ofDays(30))), sentence("setup.coming.closure"));
	}

	@Test
	void restOfTheRemindersHasItsReason() {
		Customer customer = customerWithValuesAt(Stage.awaitingSetup);
		assertThat(get(room(customer)).body()).contains(sentence("setup.coming.setupReminder"));
		this.customers.waitFor(customer.reference(), WaitingFor.staff);
		assertThat(get(room(customer)).body()).contains(sentence("setup.coming.rest.ourTurn"))
			.doesNotContain(sentence("setup.coming.setupReminder"));
		Customer other = customerAt(Stage.awaitingConsent);
		refuseALetterTo(other);
		assertThat(get(room(other)).body())
			.contains(sentence("setup.coming.rest.letterInTrouble"), sentence("setup.coming.expiry"))
			.doesNotContain(sentence("setup.coming.consentReminder"));
	}

	@ParameterizedTest
	@EnumSource(names = { "requested", "awaitingApproval", "awaitingCustomer", "provisioning", "confirming", "live",
			"closed" })
	void nothingIsForetoldWhereNobodyIsWaitedForByLetter(Stage stage) {
		assertThat(get(room(customerWithValuesAt(stage))).body()).doesNotContain(sentence("setup.coming.title"));
	}

	private static String dayInBerlin(Instant moment) {
		return DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", ENGLISH)
			.format(moment.atZone(ZoneId.of("Europe/Berlin")));
	}

	private void refuseALetterTo(Customer customer) {
		this.jdbc
			.sql("""
					insert into letter (key, reference, kind, addressee, recipient, link, message_id, state, written_at,
						next_attempt_at)
					values (:key, :key, 'consentInvitation', 'administrator', 'anna.berg@contoso.com', null, :key, 'refused',
						now(), now())""")
			.param("key", customer.reference().value())
			.update();
	}

	@Test
	void expiredSetupHasOneButton() {
		assertThat(get(room(customerAt(Stage.expired))).body()).containsOnlyOnce("class=\"button\"")
			.contains(">Go on with the set-up</button>");
	}

	@Test
	void answeredQuestionIsNotAskedAgain() {
		Customer customer = customerAt(Stage.awaitingCustomer);
		this.customers.ask(customer.reference(), "Which <tenant> is it?");
		assertThat(get(room(customer)).body()).contains("Which &lt;tenant&gt; is it?", "name=\"answer\"");
		this.facts.answered(customer.reference(), "The first.");
		assertThat(get(room(customer)).body()).contains("The first.").doesNotContain("name=\"answer\"");
	}

	@Test
	void whatWentWrongInTheTestCallIsSaid() {
		Customer customer = customerWithValuesAt(Stage.awaitingSetup);
		this.customers.explain(customer.reference(), "The invitation carries no dial-in.");
		assertThat(get(room(customer)).body()).contains("The invitation carries no dial-in.");
	}

	@Test
	void whoReportedIsNotAskedAgainBeforeTheReportIsTakenUp() {
		Customer customer = customerWithValuesAt(Stage.awaitingSetup);
		assertThat(get(room(customer)).body()).contains(sentence("setup.policy.done"));
		this.facts.setupReported(customer.reference());
		assertThat(get(room(customer)).body())
			.contains(sentence("setup.stage.confirming.title"), sentence("setup.waiting.staff"))
			.doesNotContain(sentence("setup.policy.done"));
		this.customers.enter(customer.reference(), Stage.confirming, WaitingFor.staff);
		this.customers.enter(customer.reference(), Stage.awaitingSetup, WaitingFor.customer);
		assertThat(get(room(customer)).body()).contains(sentence("setup.policy.done"));
	}

	@Test
	void valuesCanBeCopied() {
		Customer customer = customerWithValuesAt(Stage.awaitingSetup);
		assertThat(get(room(customer)).body()).contains(customer.requireIssued().tenantKey(),
				"conf={ConfId}&amp;ivr=contoso", VALUES.trustedApplicationId(), "data-copy=\"Copy\"");
	}

	@Test
	void whatCustomersTypedIsTextAndNothingElse() {
		Customer customer = customerAt(Stage.cancelled);
		this.customers.explain(customer.reference(), "<script>alert(1)</script>");
		assertThat(get(room(customer)).body()).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert");
	}

	@Test
	void historyTellsOnlyWhatConcernsTheCustomer() {
		Customer customer = customerAt(Stage.awaitingConsent);
		this.trail.add(customer.reference(), Actor.staff("mueller"), "requestApproved");
		this.trail.add(customer.reference(), Actor.SYSTEM, "managersTold");
		assertThat(get(room(customer)).body()).contains(sentence("setup.event.requestApproved"))
			.doesNotContain("mueller", "managersTold");
	}

	@Test
	void roomIsNeitherKeptNorFoundNorToldToOthers() {
		HttpResponse<String> page = get(room(customerAt(Stage.awaitingConsent)));
		assertThat(page.headers().firstValue("Cache-Control")).get().asString().contains("no-store");
		assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
		assertThat(page.headers().firstValue("X-Robots-Tag")).hasValue("noindex");
		assertThat(page.headers().firstValue("Content-Security-Policy")).get()
			.asString()
			.contains("default-src 'self'");
		assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
	}

	@Test
	void pageAsksNoOtherHostAndBringsNothingInline() {
		assertThat(get(room(customerWithValuesAt(Stage.awaitingSetup))).body())
			.doesNotContainPattern("(src|action)=\"https?:")
			.doesNotContain("style=\"", "<style", "onclick=", "javascript:")
			.doesNotContainPattern("<script(?![^>]* src=)");
	}

	@Test
	void looksOfTheBrandAreOpenToEverybody() {
		assertThat(get("/brand/colours.css").body()).contains("--accent: #0b5c6b;");
		assertThat(get(room(customerAt(Stage.live))).body()).contains("src=\"/favicon.svg\"").doesNotContain("/brand/");
	}

	@Test
	void linkThatIsNotOursIsNotFoundAndTellsNothing() {
		Customer customer = customerAt(Stage.awaitingConsent);
		String token = this.links.token(customer.link());
		String old = this.links.token(customer.link());
		this.customers.replaceLink(customer.reference());
		String signature = token.substring(22);
		String foreign = this.links.token(customerAt(Stage.live).link()).substring(0, 22) + signature;
		List<String> bodies = List.of(old, foreign, token.substring(0, 64) + "A", "x", token + "x", "%20", "%C3%BC")
			.stream()
			.map(wrong -> get("/setup/" + wrong))
			.peek(page -> assertThat(page.statusCode()).isEqualTo(404))
			.map(HttpResponse::body)
			.distinct()
			.toList();
		assertThat(bodies).singleElement().asString().contains(sentence("setup.unknown.title"));
	}

	@Test
	void linkSignedWithThePreviousSecretStillOpens() throws Exception {
		Customer customer = customerAt(Stage.awaitingConsent);
		Mac mac = Mac.getInstance("HmacSHA256");
		mac.init(new SecretKeySpec(PREVIOUS_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
		String signature = Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(mac.doFinal(customer.link().value().getBytes(StandardCharsets.UTF_8)));
		assertThat(get("/setup/" + customer.link().value() + signature).statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "HEAD" })
	void lookingChangesNothing(String method) {
		Customer before = this.customers.require(customerWithValuesAt(Stage.awaitingSetup).reference());
		List<Trail.Event> trail = this.trail.of(before.reference());
		for (String place : List.of("", "?note=done", "/consent", "/granted", "/answer", "/address", "/admin",
				"/window", "/snooze", "/time-zone", "/renew", "/done", "/cancel", "/progress", "/onemeeting-setup.ps1",
				"/elsewhere")) {
			assertThat(send(method, room(before) + place).statusCode()).as(place).isIn(200, 303, 404);
		}
		assertThat(this.customers.require(before.reference())).isEqualTo(before);
		assertThat(this.trail.of(before.reference())).isEqualTo(trail);
		assertNothingWasDone();
	}

	@Test
	void addressOfAnActThatIsOnlyLookedAtLeadsToTheRoom() {
		Customer customer = customerAt(Stage.awaitingConsent, WaitingFor.customer);
		HttpResponse<String> answer = get(room(customer) + "/consent");
		assertThat(answer.statusCode()).isEqualTo(303);
		assertThat(answer.headers().firstValue("Location")).hasValue(room(customer));
	}

	@Test
	void progressTellsOnlyWhetherThereIsSomethingNew() {
		Customer customer = customerAt(Stage.awaitingConsent);
		String before = get(room(customer) + "/progress").body();
		assertThat(before).matches("\\{\"version\":\"[0-9a-f]{32}\",\"seconds\":60}")
			.isEqualTo(get(room(customer) + "/progress").body());
		assertThat(get(room(customer)).body()).contains("data-version=\"" + before.substring(12, 44));
		this.trail.add(customer.reference(), Actor.SYSTEM, "managersTold");
		assertThat(get(room(customer) + "/progress").body()).isEqualTo(before);
		this.trail.add(customer.reference(), Actor.SYSTEM, "letterSent");
		assertThat(get(room(customer) + "/progress").body()).isNotEqualTo(before);
		assertThat(get("/setup/nothing/progress").statusCode()).isEqualTo(404);
	}

	@Test
	void whereSomethingIsUnderWayThePageAsksSooner() {
		assertThat(get(room(customerAt(Stage.awaitingApproval, WaitingFor.staff)) + "/progress").body())
			.contains("\"seconds\":60");
		assertThat(get(room(customerAt(Stage.provisioning, WaitingFor.nobody)) + "/progress").body())
			.contains("\"seconds\":5");
		Customer customer = customerAt(Stage.awaitingConsent);
		this.wishes.window(customer.reference());
		assertThat(get(room(customer) + "/progress").body()).contains("\"seconds\":5");
		assertThat(get(room(customerAt(Stage.live))).body()).doesNotContain("data-progress");
	}

	@Test
	void roomIsSharedByItsAddressAndWithoutTheReference() {
		Customer customer = customerAt(Stage.awaitingConsent);
		String address = this.links.to(customer.link()).toString();
		assertThat(get(room(customer)).body()).contains("value=\"" + address + "\"",
				"href=\"mailto:?subject=OneMeeting:%20your%20consent", "Privileged%20Role%20Administrator",
				"%0D%0A" + address + "%0D%0A");
		assertThat(get(room(customerWithValuesAt(Stage.awaitingSetup))).body())
			.contains("href=\"mailto:?subject=OneMeeting:%20a%20policy", "Teams%20Administrator");
		assertThat(get(room(customerAt(Stage.cancelled))).body()).doesNotContain("mailto:?");
	}

	@Test
	void noteInTheAddressIsOneOfOursOrNone() {
		Customer customer = customerAt(Stage.awaitingConsent);
		assertThat(get(room(customer) + "?note=granted").body()).contains(sentence("setup.note.granted"));
		assertThat(get(room(customer) + "?note=%3Cb%3Ehello").body()).doesNotContain("hello", "role=\"status\"");
	}

	private String sentence(String key) {
		return this.messages.getMessage(key, new Object[] { "OneMeeting", "Contoso" }, ENGLISH);
	}

}
