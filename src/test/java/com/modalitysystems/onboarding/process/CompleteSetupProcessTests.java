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

}
