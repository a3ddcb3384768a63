package com.modalitysystems.onboarding.process;

import java.awt.geom.Line2D;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.process.Layout.Flow;
import com.modalitysystems.onboarding.process.Layout.Shape;
import com.modalitysystems.onboarding.process.Layout.Words;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;

/**
 * The drawing is a picture: nothing overlaps, nothing crosses, the main line is straight.
 */
final class LayoutRules {

	private LayoutRules() {
	}

	static Stream<String> missing(Drawing drawing, Surroundings surroundings) {
		List<Layout> sheets = Layout.sheets(drawing);
		return Stream.concat(flowElements(drawing), drawing.all(TextAnnotation.class))
			.filter(element -> sheets.stream().noneMatch(sheet -> sheet.shows(element)))
			.map(element -> element.getId() + " is not drawn");
	}

	static Stream<String> missingPlaces(Drawing drawing, Surroundings surroundings) {
		List<Words> placed = Layout.sheets(drawing).stream().flatMap(sheet -> sheet.words().stream()).toList();
		return flowElements(drawing).filter(element -> !(element instanceof Activity) && element.getName() != null)
			.filter(element -> placed.stream().noneMatch(words -> words.element().equals(element)))
			.map(element -> "the words of " + element.getId() + " have no place");
	}

	static Stream<String> hiddenWords(Drawing drawing, Surroundings surroundings) {
		return Layout.sheets(drawing)
			.stream()
			.flatMap(sheet -> Stream.of(wordsOnShapes(sheet), wordsOnFlows(sheet), wordsOnWords(sheet)))
			.flatMap(breaches -> breaches);
	}

	/** A task has room for three lines under its sign. */
	static Stream<String> overlongWords(Drawing drawing, Surroundings surroundings) {
		return drawing.all(Task.class)
			.filter(task -> Lettering.INSIDE.width(task.getName()) > Lettering.LINE_WIDTH
					|| Lettering.INSIDE.height(task.getName()) > 3 * Lettering.INSIDE.height("one"))
			.map(task -> "the words of " + task.getId() + " do not fit");
	}

	static Stream<String> overlaps(Drawing drawing, Surroundings surroundings) {
		return Layout.sheets(drawing)
			.stream()
			.flatMap(sheet -> pairs(sheet.shapes(), Shape::overlaps))
			.filter(pair -> !pair.get(0).mayOverlap(pair.get(1)) && !pair.get(1).mayOverlap(pair.get(0)))
			.map(pair -> pair.get(0).id() + " overlaps " + pair.get(1).id());
	}

	static Stream<String> torn(Drawing drawing, Surroundings surroundings) {
		return flows(drawing,
				(sheet, flow) -> !sheet.shape(flow.source()).isJoinedAt(flow.begin())
						|| !sheet.shape(flow.target()).isJoinedAt(flow.end()))
			.map(flow -> flow.id() + " does not join " + flow.source().getId() + " and " + flow.target().getId());
	}

	static Stream<String> diagonals(Drawing drawing, Surroundings surroundings) {
		return flows(drawing, (sheet, flow) -> flow.lines().stream().anyMatch(LayoutRules::isAskew))
			.map(flow -> flow.id() + " runs askew");
	}

	static Stream<String> crossings(Drawing drawing, Surroundings surroundings) {
		return Layout.sheets(drawing)
			.stream()
			.flatMap(sheet -> pairs(sheet.flows(), Flow::crosses))
			.map(pair -> pair.get(0).id() + " crosses " + pair.get(1).id());
	}

	static Stream<String> trespasses(Drawing drawing, Surroundings surroundings) {
		return Layout.sheets(drawing)
			.stream()
			.flatMap(sheet -> sheet.flows().stream().flatMap(flow -> trespasses(sheet, flow)));
	}

	/** From the start one reaches an end by going right, without leaving the line. */
	static Stream<String> mainLine(Drawing drawing, Surroundings surroundings) {
		Layout sheet = Layout.sheets(drawing).get(0);
		return drawing.all(StartEvent.class)
			.filter(start -> start.getParentElement() instanceof Process)
			.filter(start -> !reachesAnEnd(drawing, sheet, start, sheet.shape(start).box().getCenterY()))
			.map(start -> "no straight line leads from " + start.getId() + " to an end");
	}

	private static boolean reachesAnEnd(Drawing drawing, Layout sheet, FlowNode node, double height) {
		// the line only goes right, so this ends
		return node instanceof EndEvent || drawing.after(node)
			.stream()
			.anyMatch(next -> isNextOnTheLine(sheet, node, next, height) && reachesAnEnd(drawing, sheet, next, height));
	}

	private static boolean isNextOnTheLine(Layout sheet, FlowNode node, FlowNode next, double height) {
		return sheet.flows()
			.stream()
			.filter(flow -> flow.source().equals(node) && flow.target().equals(next))
			.flatMap(flow -> flow.lines().stream())
			.allMatch(line -> line.getY1() == height && line.getY2() == height && line.getX1() < line.getX2());
	}

	private static Stream<FlowElement> flowElements(Drawing drawing) {
		return drawing.all(FlowElement.class)
			.filter(element -> element instanceof FlowNode || element instanceof SequenceFlow);
	}

	private static Stream<Flow> flows(Drawing drawing, BiPredicate<Layout, Flow> wanted) {
		return Layout.sheets(drawing)
			.stream()
			.flatMap(sheet -> sheet.flows().stream().filter(flow -> wanted.test(sheet, flow)));
	}

	private static boolean isAskew(Line2D line) {
		return line.getX1() != line.getX2() && line.getY1() != line.getY2();
	}

	private static Stream<String> trespasses(Layout sheet, Flow flow) {
		return sheet.shapes()
			.stream()
			.filter(shape -> !shape.element().equals(flow.source()) && !shape.element().equals(flow.target()))
			.filter(shape -> !shape.holds(flow.source()))
			.filter(shape -> flow.lines().stream().anyMatch(shape::isCrossedBy))
			.map(shape -> flow.id() + " runs through " + shape.id());
	}

	private static Stream<String> wordsOnShapes(Layout sheet) {
		return sheet.words()
			.stream()
			.flatMap(words -> sheet.shapes()
				.stream()
				.filter(shape -> !shape.holds(words.element()) && shape.isCoveredBy(words.box()))
				.map(shape -> "the words of " + words.id() + " lie on " + shape.id()));
	}

	private static Stream<String> wordsOnFlows(Layout sheet) {
		return sheet.words()
			.stream()
			.flatMap(words -> sheet.flows()
				.stream()
				.filter(flow -> flow.lines().stream().anyMatch(line -> line.intersects(words.box())))
				.map(flow -> "the words of " + words.id() + " lie on " + flow.id()));
	}

	private static Stream<String> wordsOnWords(Layout sheet) {
		return pairs(sheet.words(), (one, other) -> one.box().intersects(other.box()))
			.map(pair -> "the words of " + pair.get(0).id() + " lie on those of " + pair.get(1).id());
	}

	private static <T> Stream<List<T>> pairs(List<T> all, BiPredicate<T, T> together) {
		return IntStream.range(0, all.size())
			.boxed()
			.flatMap(one -> IntStream.range(one + 1, all.size())
				.filter(other -> together.test(all.get(one), all.get(other)))
				.mapToObj(other -> List.of(all.get(one), all.get(other))));
	}

}
