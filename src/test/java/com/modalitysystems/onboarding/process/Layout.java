package com.modalitysystems.onboarding.process;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnPlane;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * Where everything of a drawing lies.
 *
 * @param shapes where the nodes lie
 * @param flows where the flows run
 * @param words where the words beside nodes and flows lie
 */
record Layout(List<Shape> shapes, List<Flow> flows, List<Words> words) {

	/** A drawing may have several sheets: a collapsed sub-process has its own. */
	static List<Layout> sheets(Drawing drawing) {
		return drawing.all(BpmnPlane.class).map(Layout::of).toList();
	}

	private static Layout of(BpmnPlane plane) {
		List<BpmnShape> shapes = drawn(plane, BpmnShape.class).filter(shape -> shape.getBpmnElement() != null).toList();
		List<BpmnEdge> edges = drawn(plane, BpmnEdge.class).filter(edge -> edge.getBpmnElement() != null).toList();
		Stream<Words> words = Stream.concat(
				shapes.stream().map(shape -> Words.of(shape.getBpmnElement(), shape.getBpmnLabel())),
				edges.stream().map(edge -> Words.of(edge.getBpmnElement(), edge.getBpmnLabel())));
		return new Layout(shapes.stream().map(Shape::of).toList(),
				edges.stream().filter(edge -> edge.getBpmnElement() instanceof SequenceFlow).map(Flow::of).toList(),
				words.filter(place -> place.box() != null).toList());
	}

	Shape shape(BaseElement element) {
		return this.shapes.stream()
			.filter(shape -> shape.element().equals(element))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException(element.getId() + " is not drawn"));
	}

	boolean shows(BaseElement element) {
		return this.shapes.stream().anyMatch(shape -> shape.element().equals(element))
				|| this.flows.stream().anyMatch(flow -> flow.element().equals(element));
	}

	private static <T> Stream<T> drawn(BpmnPlane plane, Class<T> type) {
		return plane.getDiagramElements().stream().filter(type::isInstance).map(type::cast);
	}

	private static Rectangle2D box(Bounds bounds) {
		return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
	}

	/** The box without its border, which may be touched. */
	private static Rectangle2D inside(Rectangle2D box) {
		return new Rectangle2D.Double(box.getX() + 1, box.getY() + 1, box.getWidth() - 2, box.getHeight() - 2);
	}

	/** A node and its place. */
	record Shape(BaseElement element, Rectangle2D box) {

		private static final double ACCURACY = 2;

		static Shape of(BpmnShape shape) {
			return new Shape(shape.getBpmnElement(), Layout.box(shape.getBounds()));
		}

		String id() {
			return this.element.getId();
		}

		boolean holds(BaseElement other) {
			return this.element instanceof SubProcess && ancestors(other).anyMatch(this.element::equals);
		}

		boolean overlaps(Shape other) {
			return inside(this.box).intersects(other.box());
		}

		/**
		 * An event stands on the border of its activity, and what a sub-process holds
		 * inside of it.
		 */
		boolean mayOverlap(Shape other) {
			return isAttachedTo(other.element()) || (holds(other.element()) && this.box.contains(other.box()));
		}

		boolean isCrossedBy(Line2D line) {
			return inside(this.box).intersectsLine(line);
		}

		/** Whether something lies on what is drawn: a box, a circle, a diamond. */
		boolean isCoveredBy(Rectangle2D other) {
			if (this.element instanceof Event) {
				return new Ellipse2D.Double(this.box.getX(), this.box.getY(), this.box.getWidth(), this.box.getHeight())
					.intersects(other);
			}
			return (this.element instanceof Gateway) ? diamond().intersects(other) : this.box.intersects(other);
		}

		private Path2D diamond() {
			Path2D diamond = new Path2D.Double();
			diamond.moveTo(this.box.getMinX(), this.box.getCenterY());
			diamond.lineTo(this.box.getCenterX(), this.box.getMinY());
			diamond.lineTo(this.box.getMaxX(), this.box.getCenterY());
			diamond.lineTo(this.box.getCenterX(), this.box.getMaxY());
			diamond.closePath();
			return diamond;
		}

		/** Whether a flow may begin or end here: on the border of what is drawn. */
		boolean isJoinedAt(Point2D point) {
			double aside = Math.abs(point.getX() - this.box.getCenterX()) / (this.box.getWidth() / 2);
			double above = Math.abs(point.getY() - this.box.getCenterY()) / (this.box.getHeight() / 2);
			double distance = (this.element instanceof Gateway) ? aside + above
					: (this.element instanceof Event) ? Math.hypot(aside, above) : Math.max(aside, above);
			return Math.abs(distance - 1) * this.box.getHeight() / 2 <= ACCURACY;
		}

		private boolean isAttachedTo(BaseElement activity) {
			return this.element instanceof BoundaryEvent event && event.getAttachedTo().equals(activity);
		}

		private static Stream<ModelElementInstance> ancestors(BaseElement element) {
			return Stream.iterate(element.getParentElement(), parent -> parent != null,
					ModelElementInstance::getParentElement);
		}

	}

	/** A flow and its way. */
	record Flow(SequenceFlow element, List<Point2D> points) {

		static Flow of(BpmnEdge edge) {
			return new Flow((SequenceFlow) edge.getBpmnElement(),
					edge.getWaypoints()
						.stream()
						.<Point2D>map(point -> new Point2D.Double(point.getX(), point.getY()))
						.toList());
		}

		String id() {
			return this.element.getId();
		}

		FlowNode source() {
			return this.element.getSource();
		}

		FlowNode target() {
			return this.element.getTarget();
		}

		Point2D begin() {
			return this.points.get(0);
		}

		Point2D end() {
			return this.points.get(this.points.size() - 1);
		}

		List<Line2D> lines() {
			return IntStream.range(1, this.points.size())
				.<Line2D>mapToObj(end -> new Line2D.Double(this.points.get(end - 1), this.points.get(end)))
				.toList();
		}

		boolean crosses(Flow other) {
			boolean mayMeet = source().equals(other.source()) || target().equals(other.target());
			return lines().stream()
				.anyMatch(line -> other.lines()
					.stream()
					.anyMatch(foreign -> mayMeet ? cut(line, foreign) : line.intersectsLine(foreign)));
		}

		/**
		 * Whether each line has ends on both sides of the other: they do not only meet.
		 */
		private static boolean cut(Line2D one, Line2D other) {
			return one.relativeCCW(other.getP1()) * one.relativeCCW(other.getP2()) < 0
					&& other.relativeCCW(one.getP1()) * other.relativeCCW(one.getP2()) < 0;
		}

	}

	/** Words that stand beside what they name, and their place. */
	record Words(BaseElement element, Rectangle2D box) {

		/** The label tells the top and the middle; how wide it is, the words tell. */
		static Words of(BaseElement element, BpmnLabel label) {
			if (label == null || label.getBounds() == null || !(element instanceof FlowElement named)) {
				return new Words(element, null);
			}
			String text = Objects.toString(named.getName(), "");
			Rectangle2D told = Layout.box(label.getBounds());
			double width = Lettering.BESIDE.width(text);
			return new Words(element, inside(new Rectangle2D.Double(told.getCenterX() - width / 2, told.getY(), width,
					Lettering.BESIDE.height(text))));
		}

		String id() {
			return this.element.getId();
		}

	}

}
