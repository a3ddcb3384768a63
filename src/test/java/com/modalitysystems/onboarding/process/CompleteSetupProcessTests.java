package com.modalitysystems.onboarding.process;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.*;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.*;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.never;

/** Reminders of the set-up have the same manners as those of the consent. */
class CompleteSetupProcessTests extends OnboardingJourney {

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
		then(this.letters).should(never()).setupReminder(any());
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
		then(this.letters).should(never()).setupReminder(any());
		assertThat(duedate("setupReminderDue")).isEqualTo("2031-03-10T09:00:00Z");

		this.clock.advance(Duration.ofHours(30));
		step("setupReminderDue");
		step("decideSetupStep");
		step("sendSetupReminder");
		then(this.letters).should().setupReminder(any());
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

}
