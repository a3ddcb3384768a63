package com.modalitysystems.onboarding.process;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** How the order of steps is told. */
final class FlowRules {

	private static final Pattern DECISION = Pattern.compile("decision\\s*==\\s*'([^']*)'");

	private FlowRules() {
	}

	static Stream<String> choices(Drawing drawing, Surroundings surroundings) {
		return drawing.all(ExclusiveGateway.class)
			.filter(gateway -> drawing.waysOut(gateway).size() > 1)
			.flatMap(gateway -> drawing.waysOut(gateway).stream().filter(flow -> !isDecided(gateway, flow)))
			.map(flow -> flow.getId() + " has no condition and is not the default");
	}

	/**
	 * After a task, each decision that its form offers has one way out; one may be the
	 * default's.
	 */
	static Stream<String> decisions(Drawing drawing, Surroundings surroundings) {
		return drawing.all(ExclusiveGateway.class)
			.flatMap(gateway -> drawing.before(gateway)
				.stream()
				.filter(UserTask.class::isInstance)
				.filter(task -> surroundings.hasForm(Drawing.act(task)))
				.flatMap(task -> mismatch(gateway, decided(drawing, gateway),
						surroundings.form(Drawing.act(task)).decisions())));
	}

	static Stream<String> looseEnds(Drawing drawing, Surroundings surroundings) {
		Stream<String> unreached = drawing.all(FlowNode.class)
			.filter(node -> !beginsByItself(node) && drawing.before(node).isEmpty())
			.map(node -> "nothing leads to " + node.getId());
		Stream<String> dead = drawing.all(FlowNode.class)
			.filter(node -> !(node instanceof EndEvent) && !isEventSubProcess(node) && drawing.after(node).isEmpty()
					&& !arrivesByLink(drawing, node))
			.map(node -> node.getId() + " leads nowhere");
		return Stream.concat(unreached, dead);
	}

	static Stream<String> waits(Drawing drawing, Surroundings surroundings) {
		Stream<? extends FlowNode> tasks = drawing.all(UserTask.class)
			.filter(task -> task.getCamundaDueDate() == null && !hasBoundaryTimer(drawing, task));
		Stream<? extends FlowNode> receivers = drawing.all(ReceiveTask.class)
			.filter(task -> !hasBoundaryTimer(drawing, task));
		Stream<? extends FlowNode> gateways = drawing.all(EventBasedGateway.class)
			.filter(gateway -> drawing.after(gateway).stream().noneMatch(FlowRules::isTimer));
		Stream<? extends FlowNode> events = drawing.all(IntermediateCatchEvent.class)
			.filter(event -> !isTimer(event) && !isLink(event))
			.filter(event -> drawing.before(event).stream().noneMatch(EventBasedGateway.class::isInstance));
		return Stream.of(tasks, receivers, gateways, events)
			.flatMap(nodes -> nodes)
			.map(node -> node.getId() + " waits without a timer");
	}

	private static Stream<String> mismatch(ExclusiveGateway gateway, List<String> decided, List<String> offered) {
		int toTheDefault = (gateway.getDefault() != null) ? 1 : 0;
		boolean fits = offered.containsAll(decided) && offered.size() == decided.size() + toTheDefault;
		return fits ? Stream.empty()
				: Stream.of(gateway.getId() + " decides by " + decided + ", the form offers " + offered);
	}

	private static List<String> decided(Drawing drawing, ExclusiveGateway gateway) {
		return drawing.waysOut(gateway)
			.stream()
			.filter(flow -> flow.getConditionExpression() != null)
			.flatMap(flow -> DECISION.matcher(flow.getConditionExpression().getTextContent()).results())
			.map(decision -> decision.group(1))
			.toList();
	}

	private static boolean isDecided(ExclusiveGateway gateway, SequenceFlow flow) {
		return flow.equals(gateway.getDefault()) || flow.getConditionExpression() != null;
	}

	private static boolean beginsByItself(FlowNode node) {
		return node instanceof StartEvent || node instanceof BoundaryEvent || isEventSubProcess(node)
				|| node instanceof CatchEvent && isLink(node);
	}

	/** Who leaves by a link arrives at the one of the same name, in the same process. */
	private static boolean arrivesByLink(Drawing drawing, FlowNode leaving) {
		return isLink(leaving) && drawing.all(IntermediateCatchEvent.class)
			.filter(arriving -> arriving.getParentElement().equals(leaving.getParentElement()))
			.filter(arriving -> linkOf(arriving).equals(linkOf(leaving)))
			.count() == 1;
	}

	private static boolean isLink(FlowNode node) {
		return linkOf(node).isPresent();
	}

	private static Optional<String> linkOf(FlowNode node) {
		return node.getChildElementsByType(LinkEventDefinition.class)
			.stream()
			.map(LinkEventDefinition::getName)
			.findFirst();
	}

	private static boolean isEventSubProcess(FlowNode node) {
		return node instanceof SubProcess process && process.triggeredByEvent();
	}

	private static boolean hasBoundaryTimer(Drawing drawing, Activity activity) {
		return drawing.all(BoundaryEvent.class)
			.anyMatch(event -> activity.equals(event.getAttachedTo()) && isTimer(event));
	}

	private static boolean isTimer(FlowNode node) {
		return node instanceof CatchEvent event
				&& event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance);
	}

}
