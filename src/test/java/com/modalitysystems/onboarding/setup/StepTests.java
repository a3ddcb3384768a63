package com.modalitysystems.onboarding.setup;

import java.util.List;

import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.setup.Step.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class StepTests {

	@ParameterizedTest
	@CsvSource({ "requested,request", "awaitingApproval,request", "awaitingCustomer,request", "awaitingConsent,consent",
			"expired,consent", "provisioning,preparation", "awaitingSetup,policy", "confirming,testCall" })
	void stageStandsAtOneStep(Stage stage, Step.Name name) {
		List<Step> steps = Step.stepsTo(stage);
		assertThat(steps).filteredOn(step -> step.state() == State.now).extracting(Step::name).containsExactly(name);
		assertThat(steps).filteredOn(step -> step.state() == State.done)
			.allMatch(step -> step.name().compareTo(name) < 0);
		assertThat(steps).filteredOn(step -> step.state() == State.ahead)
			.allMatch(step -> step.name().compareTo(name) > 0);
	}

	@Test
	void whoIsLiveHasAllStepsBehind() {
		assertThat(Step.stepsTo(Stage.live)).hasSize(5).allMatch(step -> step.state() == State.done);
	}

	@Test
	void whatIsOverHasNoWay() {
		assertThat(Step.stepsTo(Stage.rejected)).isEmpty();
	}

}
