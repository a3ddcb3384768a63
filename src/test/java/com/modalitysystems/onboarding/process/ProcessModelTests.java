package com.modalitysystems.onboarding.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** Reads the drawings in {@code bpmn/} and the forms in {@code forms/}. */
class ProcessModelTests {

	private final Surroundings process = Surroundings.ofTheProcess();

	private final List<Drawing> drawings = Drawing.files(Path.of("bpmn"), ".bpmn").stream().map(Drawing::read).toList();

	private final List<StaffForm> forms = Drawing.files(Path.of("forms"), ".form")
		.stream()
		.map(StaffForm::read)
		.toList();

	@TestFactory
	Stream<DynamicTest> everyDrawingKeepsEveryRule() {
		return this.drawings.stream()
			.flatMap(drawing -> Stream.of(DrawingRule.values())
				.map(rule -> DynamicTest.dynamicTest(drawing + ": " + rule,
						() -> assertThat(rule.breaches(drawing, this.process)).as(rule.toString()).isEmpty())));
	}

	@TestFactory
	Stream<DynamicTest> everyFormKeepsEveryRule() {
		return this.forms.stream()
			.flatMap(form -> Stream.of(FormRule.values())
				.map(rule -> DynamicTest.dynamicTest(form + ": " + rule,
						() -> assertThat(rule.breaches(form, this.process)).as(rule.toString()).isEmpty())));
	}

	@Test
	void everyFormIsShownByADrawing() {
		List<String> shown = this.drawings.stream()
			.flatMap(drawing -> Stream.concat(drawing.all(UserTask.class).map(UserTask::getCamundaFormRef),
					drawing.all(StartEvent.class).map(StartEvent::getCamundaFormRef)))
			.filter(Objects::nonNull)
			.toList();
		assertThat(this.forms).extracting(StaffForm::name).isSubsetOf(shown);
	}

	@Test
	void everyErrorCodeIsCaughtByADrawing() {
		assertThat(this.process.errors()).isSubsetOf(
				this.drawings.stream().flatMap(drawing -> drawing.all(Error.class)).map(Error::getErrorCode).toList());
	}

}
