package com.modalitysystems.onboarding.process;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.process.Whereabouts.Place;
import com.modalitysystems.onboarding.process.Whereabouts.State;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tracks that onboardings leave on the drawing, as the engine knows them. */
@Component
class Tracks {

	private final RuntimeService runtime;

	private final HistoryService history;

	private final RepositoryService drawings;

	private final JdbcClient jdbc;

	private final Plan plan;

	Tracks(RuntimeService runtime, HistoryService history, RepositoryService drawings, JdbcClient jdbc, Plan plan) {
		this.runtime = runtime;
		this.history = history;
		this.drawings = drawings;
		this.jdbc = jdbc;
		this.plan = plan;
	}

	Whereabouts of(CustomerReference reference) {
		return this.history.createHistoricProcessInstanceQuery()
			.processDefinitionKey(Journeys.DRAWING)
			.processInstanceBusinessKey(reference.value())
			.list()
			.stream()
			.findFirst()
			.map(this::of)
			.orElse(Whereabouts.UNKNOWN);
	}

	private Whereabouts of(HistoricProcessInstance journey) {
		List<Step> steps = stepsOf(journey);
		List<Place> places = Optional.ofNullable(this.runtime.getActivityInstance(journey.getId()))
			.map((root) -> standing(root).toList())
			.orElseGet(() -> end(steps, journey).stream().toList());
		return new Whereabouts(places, steps.stream().map(Step::id).collect(Collectors.toSet()));
	}

	private Stream<Place> standing(ActivityInstance activity) {
		Stream<Place> waiting = Stream.of(activity.getChildTransitionInstances()).map(this::place);
		Stream<Place> inside = Stream.of(activity.getChildActivityInstances()).flatMap(this::standing);
		boolean isLeaf = activity.getChildActivityInstances().length == 0
				&& activity.getChildTransitionInstances().length == 0;
		return isLeaf
				? Stream.of(place(activity.getActivityId(), activity.getActivityName(), activity.getIncidentIds()))
				: Stream.concat(waiting, inside);
	}

	private Place place(TransitionInstance step) {
		return place(step.getActivityId(), step.getActivityName(), step.getIncidentIds());
	}

	private Place place(String id, String words, String[] incidents) {
		return new Place(id, words, (incidents.length > 0) ? State.stuck : State.here, this.plan.spot(id));
	}

	private Optional<Place> end(List<Step> steps, HistoricProcessInstance journey) {
		return steps.stream().filter(Step::isEnd).findFirst().map((end) -> {
			FlowElement shape = this.drawings.getBpmnModelInstance(journey.getProcessDefinitionId())
				.getModelElementById(end.id());
			return new Place(end.id(), shape.getName(), State.ended, this.plan.spot(end.id()));
		});
	}

	// each shape once, the last one first; a process that waits for long passes some of
	// its shapes a thousand times, of which the engine's query would fetch each
	private List<Step> stepsOf(HistoricProcessInstance journey) {
		return this.jdbc.sql("""
				select act_id_ as id, act_type_ as type from act_hi_actinst
				where proc_inst_id_ = :journey and act_type_ not in ('subProcess', 'eventSubProcess')
				group by act_id_, act_type_ order by max(sequence_counter_) desc""")
			.param("journey", journey.getId())
			.query(Step.class)
			.list();
	}

	private record Step(String id, String type) {

		boolean isEnd() {
			return this.type.endsWith("EndEvent");
		}

	}

}
