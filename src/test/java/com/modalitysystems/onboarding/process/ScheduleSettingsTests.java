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
		assertThat(settings.remindersIn(Stage.awaitingConsent)).isEqualTo(List.of(1, 3));
		assertThat(settings.remindersIn(Stage.awaitingSetup)).isEqualTo(List.of(4, 6));
	}

	@Test
	void bothAreTheSameUnlessTold() {
		ScheduleSettings settings = settings(Map.of());
		assertThat(settings.remindersIn(Stage.awaitingConsent)).isEqualTo(List.of(2, 5, 10, 15));
		assertThat(settings.remindersIn(Stage.awaitingSetup)).isEqualTo(List.of(2, 5, 10, 15));
	}

	private static ScheduleSettings settings(Map<String, String> told) {
		return new Binder(new MapConfigurationPropertySource(told)).bindOrCreate("schedule", ScheduleSettings.class);
	}

}
