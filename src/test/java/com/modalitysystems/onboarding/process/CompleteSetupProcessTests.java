package com.modalitysystems.onboarding.process;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import com.modalitysystems.onboarding.mail.Reminder;
import com.modalitysystems.onboarding.mail.Tone;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

import static org.assertj.core.api.Assertions.*;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.*;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;

/** Reminders of the set-up have the same manners as those of the consent. */
class CompleteSetupProcessTests extends OnboardingJourney {

	@Test
	void ladderIsFourLettersInFourTonesAndACall() {
		awaitSetup();
		// from a Tuesday: two, five, ten and fifteen business days
		for (String rung : List.of("2031-03-06", "2031-03-11", "2031-03-18", "2031-03-25")) {
			passUntilReminder(rung);
			step("sendSetupReminder");
		}
		ArgumentCaptor<Reminder> reminders = ArgumentCaptor.forClass(Reminder.class);
		then(this.letters).should(times(4)).setupReminder(any(), reminders.capture());
		assertThat(reminders.getAllValues()).containsExactly(new Reminder(Tone.friendly, null),
				new Reminder(Tone.helpful, null), new Reminder(Tone.plain, null),
				new Reminder(Tone.last, LocalDate.parse("2031-03-27")));
		passUntilReminder("2031-03-27");
		assertThat(task(journey())).hasDefinitionKey("callCustomer_setup");
	}

	@Test
	void downtimeOverSeveralRungsLeadsToOneReminder() {
		awaitSetup();
		// the Wednesday after the third rung
		this.clock.advance(Duration.ofDays(15));
		step("setupReminderDue");
		step("decideSetupStep");
		step("sendSetupReminder");

		then(this.letters).should(times(1)).setupReminder(any(), any());
		assertThat(customer().remindersSent()).isEqualTo(3);
		assertThat(duedate("setupReminderDue")).as("the fourth")
			.isBetween("2031-03-25T10:00:00Z", "2031-03-25T10:01:00Z");
	}

	@Test
	void snoozedCustomerIsLeftInPeace() {
		awaitSetup();
		LocalDate day = LocalDate.parse("2031-03-14");
		assertThat(this.onboarding.snooze(this.reference, day)).isTrue();
		step("decideSetupStep");

		assertThat(journey()).isWaitingAt("awaitSetup");
		assertThat(duedate("setupReminderDue")).as("and not on the 6th or the 11th").isEqualTo("2031-03-14T09:00:00Z");
		assertThat(trail()).contains("remindersSnoozed");
		assertThat(this.onboarding.snooze(this.reference, day.minusDays(20))).isFalse();
		assertThat(this.onboarding.snooze(this.reference, day.plusDays(40))).isFalse();
	}

	@Test
	void whoReportsIsNotRemindedAnyMore() {
		awaitSetup();
		this.onboarding.setupReported(this.reference);
		step("decideSetupStep");
		assertThat(jobs("setupReminderDue")).isZero();
		decide("works", "");
		step("sendWelcome");

		assertThat(journey()).isNull();
		then(this.letters).should(never()).setupReminder(any(), any());
	}

	@Test
	void whoIsToldWhatIsWrongClimbsTheLadderAnew() {
		awaitSetup();
		passUntilReminder("2031-03-06");
		step("sendSetupReminder");
		this.onboarding.setupReported(this.reference);
		step("decideSetupStep");
		// a Friday
		this.clock.advance(Duration.ofDays(1));
		decide("fails", "The invitation carries no tenant key.");
		step("sendSetupProblem");

		assertThat(customer().remindersSent()).isZero();
		assertThat(duedate("setupReminderDue")).isBetween("2031-03-11T10:00:00Z", "2031-03-11T10:01:00Z");
	}

	@Test
	void whoReportsAfterAReminderWasDecidedIsNotRemindedAnyMore() {
		awaitSetup();
		this.clock.advance(Duration.ofDays(2));
		step("setupReminderDue");
		step("decideSetupStep");
		this.onboarding.setupReported(this.reference);
		step("sendSetupReminder");
		step("setupReminderDue");
		step("decideSetupStep");

		assertThat(journey()).isWaitingAt("confirmService");
		then(this.letters).should(never()).setupReminder(any(), any());
	}

	@Test
	void whoReportsWhileStaffAreAboutToCallIsNotCalled() {
		awaitSetup();
		this.customers.remindersSent(this.reference, 4);
		this.clock.advance(Duration.ofDays(24));
		step("setupReminderDue");
		step("decideSetupStep");
		assertThat(task(journey())).hasDefinitionKey("callCustomer_setup");
		this.onboarding.setupReported(this.reference);
		step("setupReminderDue");
		step("decideSetupStep");
		assertThat(journey()).isWaitingAt("confirmService");
	}

	@Test
	void whoWasCalledInVainIsCalledAgain() {
		awaitSetup();
		this.customers.remindersSent(this.reference, 4);
		this.clock.advance(Duration.ofDays(24));
		step("setupReminderDue");
		step("decideSetupStep");
		decide("goOn", "");
		assertThat(duedate("setupReminderDue")).as("five business days")
			.isBetween("2031-04-04T09:00:00Z", "2031-04-04T10:01:00Z");
		this.clock.advance(Duration.ofDays(7).plusMinutes(1));
		step("setupReminderDue");
		step("decideSetupStep");
		assertThat(task(journey())).hasDefinitionKey("callCustomer_setup");
	}

	@Test
	void oneReminderThatComesLateLeavesTimeBeforeTheNext() {
		awaitSetup();
		this.customers.remindersSent(this.reference, 1);
		// a Monday: the second was due last Tuesday, and the third is due tomorrow
		this.clock.advance(Duration.ofDays(13));
		step("setupReminderDue");
		step("decideSetupStep");
		step("sendSetupReminder");

		assertThat(customer().remindersSent()).isEqualTo(2);
		assertThat(due("setupReminderDue")).as("two business days").isGreaterThan(Duration.ofHours(47));
	}

	@Test
	void reminderThatIsLateComesInBusinessHours() {
		awaitSetup();
		// the night to Sunday
		this.clock.advance(Duration.ofDays(4).plusHours(17));
		step("setupReminderDue");
		step("decideSetupStep");
		then(this.letters).should(never()).setupReminder(any(), any());
		assertThat(duedate("setupReminderDue")).isEqualTo("2031-03-10T09:00:00Z");

		this.clock.advance(Duration.ofHours(30));
		step("setupReminderDue");
		step("decideSetupStep");
		step("sendSetupReminder");
		then(this.letters).should().setupReminder(any(), any());
	}

	@Test
	void reminderThatComesInTimeLeavesTheLadderAsItIs() {
		awaitSetup();
		this.clock.advance(Duration.ofDays(2));
		step("setupReminderDue");
		step("decideSetupStep");
		step("sendSetupReminder");

		assertThat(customer().remindersRestUntil()).isNull();
		// Tuesday to Tuesday are five business days
		assertThat(due("setupReminderDue")).isLessThan(Duration.ofDays(5));
	}

	/** The time of day stays that of the beginning. */
	private void passUntilReminder(String day) {
		Instant due = duedate("setupReminderDue");
		assertThat(due).isBetween(day + "T10:00:00Z", day + "T10:01:00Z");
		this.clock.advance(Duration.between(this.clock.instant(), due.plusSeconds(1)));
		step("setupReminderDue");
		step("decideSetupStep");
	}

}
