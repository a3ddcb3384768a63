package com.modalitysystems.onboarding.process;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

import com.modalitysystems.onboarding.customer.Consent;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.Language;
import com.modalitysystems.onboarding.customer.TimeZone;
import com.modalitysystems.onboarding.customer.WaitingFor;
import com.modalitysystems.onboarding.mail.Letters;
import com.modalitysystems.onboarding.process.ComingLetters.Kind;
import com.modalitysystems.onboarding.process.ComingLetters.Rest;
import com.modalitysystems.onboarding.process.ComingLetters.Step;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;

/** What is foretold is what happens: the engine lives on until it has all happened. */
class ForecastProcessTests extends OnboardingJourney {

	private static final Kind REMINDER = Kind.consentReminder;

	@Autowired
	private Correspondence correspondence;

	@Autowired
	private JdbcClient jdbc;

	private final List<Happened> happened = new ArrayList<>();

	@BeforeEach
	void everybodyIsSilentAndWeListen() {
		given(this.directory.consentOf(any())).willAnswer(call -> consent(Consent.Outcome.notYet));
		listen(letters -> letters.consentReminder(any(), any()), Kind.consentReminder);
		listen(letters -> letters.setupReminder(any(), any()), Kind.setupReminder);
		listen(letters -> letters.expiryNotice(any()), Kind.expiry);
		listen(letters -> letters.rejection(any()), Kind.closure);
	}

	@Test
	void silentCustomerIsRemindedCalledAndWaitedForUntilTheEnd() {
		awaitConsent();
		assertHappens(REMINDER, REMINDER, REMINDER, REMINDER, Kind.call, Kind.expiry);
		assertThat(stage()).isEqualTo(Stage.expired);
		assertHappens(Kind.closure);
		assertThat(stage()).isEqualTo(Stage.closed);
		assertThat(toCome().isEmpty()).isTrue();
	}

	@Test
	void whatIsLeftIsForetoldAfterEachReminder() {
		awaitConsent();
		List<Step> all = toCome().steps();
		liveThrough(1);
		assertThat(toCome().steps()).isEqualTo(all.subList(1, all.size()));
	}

	@Test
	void remindersThatWereSnoozedComeAsOneAndLater() {
		awaitConsent();
		liveThrough(1);
		Instant wished = this.clock.instant().plus(Duration.ofDays(14));
		this.onboarding.snooze(this.reference, LocalDate.ofInstant(wished, ZoneOffset.UTC));
		assertThat(toCome().steps().get(0).at().toInstant()).isAfter(wished.truncatedTo(ChronoUnit.DAYS));
		assertHappens(REMINDER, REMINDER, Kind.call, Kind.expiry);
	}

	@Test
	void remindersThatADowntimeHeldUpComeAsOneAndTheNextAfterAPause() {
		awaitConsent();
		this.clock.advance(Duration.ofDays(20));
		assertHappens(REMINDER, REMINDER, Kind.call, Kind.expiry);
	}

	@Test
	void whoChoosesATimeZoneIsRemindedInItsHours() {
		awaitConsent();
		List<Step> usual = toCome().steps();
		assertThat(toCome().zone()).isEqualTo(ZoneId.of("Europe/London"));
		this.onboarding.chooseTimeZone(this.reference, TimeZone.of("Pacific/Auckland"));
		assertThat(toCome().zone()).isEqualTo(ZoneId.of("Pacific/Auckland"));
		assertThat(toCome().steps().get(0).at()).isNotEqualTo(usual.get(0).at())
			.satisfies(at -> assertThat(at.getHour()).isBetween(9, 17));
		assertHappens(REMINDER, REMINDER, REMINDER, REMINDER, Kind.call, Kind.expiry);
		assertThat(trail()).contains("timeZoneChosen");
	}

	@Test
	void whoTakesTheirTimeZoneBackHasThatOfTheCountryAgain() {
		awaitConsent();
		ComingLetters usual = toCome();
		this.onboarding.chooseTimeZone(this.reference, TimeZone.of("Asia/Tokyo"));
		this.onboarding.chooseTimeZone(this.reference, null);
		assertThat(toCome()).isEqualTo(usual);
	}

	@Test
	void whoChoosesALanguageIsWrittenToInIt() {
		awaitConsent();
		ComingLetters usual = toCome();
		this.onboarding.chooseLanguage(this.reference, Language.GERMAN);
		this.onboarding.chooseLanguage(this.reference, Language.GERMAN);
		assertThat(this.customers.require(this.reference).language()).isEqualTo(Language.GERMAN);
		assertThat(trail()).containsOnlyOnce("languageChosen");
		assertThat(toCome()).isEqualTo(usual);
	}

	@Test
	void downtimePastTheEndLeavesTheEnd() {
		awaitConsent();
		this.clock.advance(Duration.ofDays(31));
		assertHappens(Kind.expiry);
	}

	@Test
	void remindersRestWhileALetterIsInTroubleAndTheTimeGoesOn() {
		awaitConsent();
		aLetterIsRefused();
		assertThat(toCome().rest()).isEqualTo(Rest.letterInTrouble);
		assertHappens(Kind.expiry);
	}

	@Test
	void nothingComesWhileItIsOurTurn() {
		awaitConsent();
		for (WaitingFor ours : List.of(WaitingFor.staff, WaitingFor.operator)) {
			this.customers.waitFor(this.reference, ours);
			assertThat(toCome().rest()).isEqualTo(Rest.ourTurn);
			assertThat(toCome().steps()).isEmpty();
		}
	}

	@Test
	void whoSetsUpIsRemindedAndCalled() {
		given(this.directory.consentOf(any())).willAnswer(call -> consent(Consent.Outcome.verified));
		awaitSetup();
		assertHappens(Kind.setupReminder, Kind.setupReminder, Kind.setupReminder, Kind.setupReminder, Kind.call);
		assertThat(toCome().steps()).extracting(ComingLetters.Step::kind)
			.as("until they do it")
			.containsExactly(Kind.call);
	}

	@Test
	void whoReportedIsRemindedOfNothing() {
		given(this.directory.consentOf(any())).willAnswer(call -> consent(Consent.Outcome.verified));
		awaitSetup();
		this.onboarding.setupReported(this.reference);
		assertThat(toCome().steps()).isEmpty();
		step("decideSetupStep");
		assertThat(toCome().isEmpty()).isTrue();
	}

	@Test
	void beforeTheConsentNothingComesByItself() {
		begin();
		assertThat(toCome().isEmpty()).isTrue();
		step("validateTenant");
		assertThat(toCome().isEmpty()).isTrue();
	}

	/** Live until as much has happened as is foretold, and compare. */
	private void assertHappens(Kind... kinds) {
		List<Step> foretold = toCome().steps();
		assertThat(foretold).extracting(Step::kind).containsExactly(kinds);
		this.happened.clear();
		liveThrough(foretold.size());
		assertThat(this.happened).extracting(Happened::kind).containsExactly(kinds);
		for (int step = 0; step < kinds.length; step++) {
			assertThat(this.happened.get(step).at()).isCloseTo(foretold.get(step).at().toInstant(),
					within(1, ChronoUnit.MINUTES));
		}
	}

	private void liveThrough(int events) {
		int enough = this.happened.size() + events;
		while (this.happened.size() < enough) {
			Job next = nextJob();
			Instant due = (next.getDuedate() != null) ? next.getDuedate().toInstant() : this.clock.instant();
			if (due.isAfter(this.clock.instant())) {
				this.clock.advance(Duration.between(this.clock.instant(), due));
			}
			this.management.executeJob(next.getId());
			callIfDue();
		}
		// what happened is written down, and the next wait begun
		settle();
	}

	private void settle() {
		ProcessInstance journey = journey();
		while (journey != null && nextJob().getDuedate() == null) {
			this.management.executeJob(nextJob().getId());
			journey = journey();
		}
	}

	private Job nextJob() {
		return this.management.createJobQuery()
			.processInstanceId(journey().getId())
			.list()
			.stream()
			.min(Comparator.comparing(Job::getDuedate, Comparator.nullsFirst(Comparator.naturalOrder())))
			.orElseThrow();
	}

	private void callIfDue() {
		ProcessInstance journey = journey();
		Task call = (journey != null) ? task(journey) : null;
		if (call != null && call.getTaskDefinitionKey().startsWith("callCustomer")) {
			this.happened.add(new Happened(Kind.call, this.clock.instant()));
			decide("goOn", "");
		}
	}

	private void listen(Consumer<Letters> letter, Kind kind) {
		letter.accept(
				willAnswer(call -> this.happened.add(new Happened(kind, this.clock.instant()))).given(this.letters));
	}

	private void aLetterIsRefused() {
		this.jdbc.sql("""
				insert into letter (key, reference, kind, addressee, recipient, link, message_id, state, written_at,
					next_attempt_at)
				values (:key, :key, 'consentInvitation', 'administrator', 'ada@contoso.com', null, :key, 'refused',
					:now, :now)""")
			.param("key", this.reference.value())
			.param("now", OffsetDateTime.now(ZoneOffset.UTC))
			.update();
	}

	private ComingLetters toCome() {
		return this.correspondence.toCome(this.reference);
	}

	/** Something that came. */
	private record Happened(Kind kind, Instant at) {
	}

}
