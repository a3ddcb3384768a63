package com.modalitysystems.onboarding.process;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Where BPMN meets Java. */
final class EngineRules {

	private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+)}");

	private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");

	private static final Pattern TEXT = Pattern.compile("'[^']*'|\"[^\"]*\"");

	// what an expression begins with: a name that follows no dot
	private static final Pattern ROOT = Pattern.compile("(?<![\\w.])[a-zA-Z_]\\w*");

	// where the process stands may be handed on, and not be looked into
	private static final Pattern HANDED_ON = Pattern.compile("(?<=[(,])\\s*(execution|task)\\s*(?=[,)])");

	/** Words of the language, and the one bean for dates. */
	private static final Set<String> KNOWN = Set.of("and", "or", "not", "eq", "ne", "lt", "gt", "le", "ge", "empty",
			"true", "false", "null", "schedule");

	private static final Set<String> PROGRAMS = Set.of("script", "scriptTask", "connector", "field",
			"businessRuleTask");

	private static final Set<String> PROGRAM_ATTRIBUTES = Set.of("class", "expression", "type", "topic", "language",
			"resultVariable");

	private EngineRules() {
	}

	static Stream<String> beans(Drawing drawing, Surroundings surroundings) {
		return Stream.concat(
				steps(drawing).filter(step -> !isItsBean(step, surroundings))
					.map(step -> step.getId() + " is not the bean and the class of its name"),
				listeners(drawing).filter(listener -> !isListener(listener, surroundings))
					.map(listener -> "no bean listens as " + listener.getAttribute("delegateExpression")));
	}

	static Stream<String> transactions(Drawing drawing, Surroundings surroundings) {
		return steps(drawing).filter(step -> !step.isCamundaAsyncBefore())
			.map(step -> step.getId() + " is not asyncBefore");
	}

	static Stream<String> forms(Drawing drawing, Surroundings surroundings) {
		return Stream.concat(
				drawing.all(UserTask.class)
					.filter(task -> !isForm(task.getCamundaFormRef(), task.getCamundaFormRefBinding(), surroundings)
							|| !Drawing.act(task).equals(task.getCamundaFormRef()))
					.map(task -> task.getId() + " does not have the form of its name"),
				drawing.all(StartEvent.class)
					.filter(start -> start.getCamundaFormRef() != null)
					.filter(start -> !isForm(start.getCamundaFormRef(), start.getCamundaFormRefBinding(), surroundings))
					.map(start -> start.getId() + " has a form that does not exist"));
	}

	static Stream<String> groups(Drawing drawing, Surroundings surroundings) {
		return drawing.all(UserTask.class)
			.filter(task -> task.getCamundaCandidateGroupsList().isEmpty()
					|| !task.getCamundaCandidateGroupsList().stream().allMatch(group -> isGroup(group, surroundings)))
			.map(task -> task.getId() + " is for " + task.getCamundaCandidateGroupsList());
	}

	/** Known by its name, or decided where the process begins. */
	private static boolean isGroup(String group, Surroundings surroundings) {
		var variable = BEAN.matcher(group);
		return surroundings.groups().contains(group)
				|| (variable.matches() && surroundings.variables().test(variable.group(1)));
	}

	static Stream<String> messages(Drawing drawing, Surroundings surroundings) {
		return drawing.all(CatchEvent.class)
			.flatMap(event -> event.getEventDefinitions()
				.stream()
				.filter(MessageEventDefinition.class::isInstance)
				.map(MessageEventDefinition.class::cast)
				.filter(message -> message.getMessage() == null
						|| !Drawing.act(event).equals(message.getMessage().getName()))
				.map(message -> event.getId() + " waits for a message of another name"));
	}

	static Stream<String> errors(Drawing drawing, Surroundings surroundings) {
		return drawing.all(ErrorEventDefinition.class)
			.filter(error -> error.getError() == null
					|| !surroundings.errors().contains(error.getError().getErrorCode()))
			.map(error -> "error " + ((error.getError() != null) ? error.getError().getErrorCode() : "of any code")
					+ " is not known");
	}

	static Stream<String> expressions(Drawing drawing, Surroundings surroundings) {
		return drawing.elements()
			.flatMap(EngineRules::texts)
			.flatMap(text -> EXPRESSION.matcher(text).results())
			.map(MatchResult::group)
			.map(expression -> TEXT.matcher(expression).replaceAll(""))
			.map(expression -> HANDED_ON.matcher(expression).replaceAll(""))
			.flatMap(expression -> ROOT.matcher(expression).results())
			.map(MatchResult::group)
			.filter(name -> !KNOWN.contains(name) && !surroundings.variables().test(name))
			.distinct()
			.map(name -> "an expression uses " + name + ", which is not declared");
	}

	static Stream<String> programs(Drawing drawing, Surroundings surroundings) {
		return drawing.elements().filter(element -> isIn(element, Drawing.BPMN, Drawing.CAMUNDA)).flatMap(element -> {
			Stream<String> attributes = attributes(element)
				.filter(attribute -> isIn(attribute, Drawing.CAMUNDA) || isIn(element, Drawing.CAMUNDA)
						|| attribute.getLocalName().equals("language"))
				.map(Attr::getLocalName)
				.filter(PROGRAM_ATTRIBUTES::contains);
			return PROGRAMS.contains(element.getLocalName()) ? Stream.of(element.getLocalName()) : attributes;
		}).map(program -> "the drawing carries a " + program);
	}

	static Stream<String> history(Drawing drawing, Surroundings surroundings) {
		return drawing.all(Process.class)
			.filter(process -> process.getCamundaHistoryTimeToLiveString() == null || !process.isExecutable())
			.map(process -> process.getId() + " is not executable or has no historyTimeToLive");
	}

	private static Stream<Activity> steps(Drawing drawing) {
		return Stream.concat(drawing.all(ServiceTask.class), drawing.all(SendTask.class));
	}

	private static boolean isItsBean(Activity step, Surroundings surroundings) {
		String expression = step.getAttributeValueNs(Drawing.CAMUNDA, "delegateExpression");
		return ("${" + Drawing.act(step) + "}").equals(expression) && surroundings.delegates().test(Drawing.act(step));
	}

	private static Stream<Element> listeners(Drawing drawing) {
		return drawing.elements()
			.filter(element -> List.of("taskListener", "executionListener").contains(element.getLocalName()));
	}

	private static boolean isListener(Element listener, Surroundings surroundings) {
		var bean = BEAN.matcher(listener.getAttribute("delegateExpression"));
		return bean.matches() && surroundings.listeners().test(bean.group(1));
	}

	private static boolean isForm(String name, String binding, Surroundings surroundings) {
		return name != null && "deployment".equals(binding) && surroundings.hasForm(name);
	}

	private static Stream<String> texts(Element element) {
		Stream<String> own = (element.getChildNodes().getLength() == 1) ? Stream.of(element.getTextContent())
				: Stream.empty();
		return Stream.concat(own,
				attributes(element).filter(attribute -> !attribute.getLocalName().equals("delegateExpression"))
					.map(Attr::getValue));
	}

	private static Stream<Attr> attributes(Element element) {
		return IntStream.range(0, element.getAttributes().getLength())
			.mapToObj(number -> (Attr) element.getAttributes().item(number));
	}

	private static boolean isIn(Node node, String... namespaces) {
		return Arrays.asList(namespaces).contains(Objects.toString(node.getNamespaceURI(), ""));
	}

}
