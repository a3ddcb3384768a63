package com.modalitysystems.onboarding.process;

import java.util.List;
import java.util.Map;

import com.modalitysystems.onboarding.customer.Stage;
import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class ScheduleSettingsTests {

	@Test
	void eachWaitHasALadderOfItsOwn() {
		ScheduleSettings settings = settings(
				Map.of("schedule.consent-reminders", "1,3", "schedule.setup-reminders", "4,6"));
		assertThat(settings.rungsIn(Stage.awaitingConsent)).isEqualTo(List.of(1, 3, 5));
		assertThat(settings.rungsIn(Stage.awaitingSetup)).isEqualTo(List.of(4, 6, 8));
	}

	@Test
	void bothAreTheSameUnlessTold() {
		ScheduleSettings settings = settings(Map.of());
		assertThat(settings.rungsIn(Stage.awaitingConsent)).isEqualTo(List.of(2, 5, 10, 15, 17));
		assertThat(settings.rungsIn(Stage.awaitingSetup)).isEqualTo(List.of(2, 5, 10, 15, 17));
	}

	@Test
	void whoWasCalledIsCalledAgainAfterAsLongAsBetweenTheLastReminders() {
		assertThat(settings(Map.of()).callAgainIn(Stage.awaitingSetup)).isEqualTo(5);
		assertThat(settings(Map.of("schedule.setup-reminders", "4")).callAgainIn(Stage.awaitingSetup)).isEqualTo(4);
		assertThat(settings(Map.of("schedule.setup-reminders", "", "schedule.call-after", "3"))
			.callAgainIn(Stage.awaitingSetup)).isEqualTo(3);
	}

	private static ScheduleSettings settings(Map<String, String> told) {
		return new Binder(new MapConfigurationPropertySource(told)).bindOrCreate("schedule", ScheduleSettings.class);
	}

}
