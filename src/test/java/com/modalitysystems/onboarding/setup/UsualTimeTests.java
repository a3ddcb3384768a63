package com.modalitysystems.onboarding.setup;

import java.time.Duration;

import com.modalitysystems.onboarding.customer.UsualTimes.Phase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class UsualTimeTests {

	@ParameterizedTest
	@CsvSource({ "PT0S, moment, 1", "PT59S, moment, 1", "PT1M, minutes, 1", "PT1M29S, minutes, 1",
			"PT9M40S, minutes, 10", "PT11M, minutes, 10", "PT13M, minutes, 15", "PT54M, minutes, 55", "PT55M, hours, 1",
			"PT89M, hours, 1", "PT100M, hours, 2", "PT21H, hours, 21", "PT22H, days, 1", "P2DT11H, days, 2",
			"P2DT12H, days, 3" })
	void timeIsRoundedAsPeopleTellIt(Duration time, UsualTime.Unit unit, long amount) {
		assertThat(UsualTime.of(Phase.policy, time)).isEqualTo(new UsualTime(Phase.policy, unit, amount));
	}

}
