package com.modalitysystems.onboarding.process;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** One name, four places. */
final class NameRules {

	// Activity_0x3k9ab, Flow_1tq5h2c and their like
	private static final Pattern GENERATED = Pattern
		.compile("(?i)(.*_(?=[a-z]*\\d)[0-9a-z]{7})|((activity|event|gateway|flow|task|sequenceflow|process)_.*)");

	private NameRules() {
	}

	static Stream<String> process(Drawing drawing, Surroundings surroundings) {
		return drawing.all(Process.class)
			.filter(process -> !letters(process.getId()).equals(letters(drawing.name())))
			.map(process -> "process " + process.getId() + " stands in " + drawing.name() + ".bpmn");
	}

	static Stream<String> words(Drawing drawing, Surroundings surroundings) {
		return drawing.all(FlowNode.class)
			.filter(NameRules::hasWords)
			.filter(node -> !letters(node.getName()).equals(letters(Drawing.act(node))))
			.map(node -> node.getId() + " is drawn as \"" + node.getName() + "\"");
	}

	static Stream<String> missingWords(Drawing drawing, Surroundings surroundings) {
		Stream<? extends FlowElement> choices = drawing.all(SequenceFlow.class)
			.filter(flow -> flow.getSource() instanceof ExclusiveGateway);
		return Stream.concat(drawing.all(FlowNode.class), choices)
			.filter(element -> !hasWords(element))
			.map(element -> element.getId() + " has no words");
	}

	static Stream<String> questions(Drawing drawing, Surroundings surroundings) {
		return drawing.all(ExclusiveGateway.class)
			.filter(gateway -> drawing.waysOut(gateway).size() > 1 && hasWords(gateway))
			.filter(gateway -> !gateway.getName().endsWith("?"))
			.map(gateway -> gateway.getId() + " does not ask: \"" + gateway.getName() + "\"");
	}

	static Stream<String> generatedIds(Drawing drawing, Surroundings surroundings) {
		return Stream
			.concat(drawing.all(FlowElement.class).map(FlowElement::getId),
					drawing.all(Process.class).map(Process::getId))
			.filter(id -> GENERATED.matcher(id).matches())
			.map(id -> id + " looks generated");
	}

	private static boolean hasWords(FlowElement element) {
		return element.getName() != null && !element.getName().isBlank();
	}

	private static String letters(String text) {
		return text.replaceAll("[^\\p{Alnum}]", "").toLowerCase(Locale.ROOT);
	}

}
