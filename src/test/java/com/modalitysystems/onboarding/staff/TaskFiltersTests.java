package com.modalitysystems.onboarding.staff;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.jayway.jsonpath.JsonPath;
import com.modalitysystems.onboarding.HouseTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** What greets staff when they open Tasklist. */
@HouseTest
class TaskFiltersTests {

	@Autowired
	private ProcessEngine engine;

	@LocalServerPort
	private int port;

	private Scene scene;

	private Visitor staff;

	@BeforeEach
	void staffComeIn() {
		this.scene = new Scene(this.engine);
		this.staff = new Visitor(this.port).signIn("staff");
	}

	@AfterEach
	void everythingIsClearedAway() {
		this.scene.remove();
	}

	@Test
	void filtersStandInTheOrderOfTheWork() {
		String filters = this.staff.engine("/filter?resourceType=Task").body();
		assertThat(JsonPath.<List<String>>read(filters, "$[*].name")).containsExactlyInAnyOrder("To approve",
				"To correct", "Letters in trouble", "Trouble", "Customer needs help", "To confirm", "Due today", "Mine",
				"All open");
		assertThat(JsonPath.<List<Integer>>read(filters, "$[?(@.name == 'To approve')].properties.priority"))
			.containsExactly(10);
		assertThat(JsonPath.<List<Boolean>>read(filters, "$[*].properties.refresh")).containsOnly(true);
	}

	@Test
	void eachFilterShowsItsTasks() {
		String task = this.scene.task("onboarding");
		String elsewhere = this.scene.task("elsewhere");
		assertThat(tasksIn("To approve")).contains(task).doesNotContain(elsewhere);
		assertThat(tasksIn("To correct")).doesNotContain(task);
		assertThat(tasksIn("To confirm")).doesNotContain(task);
		assertThat(tasksIn("All open")).contains(task).doesNotContain(elsewhere);
		assertThat(tasksIn("Mine")).doesNotContain(task);
		this.engine.getTaskService().claim(task, "staff");
		assertThat(tasksIn("Mine")).contains(task);
	}

	@Test
	void whatIsDueByTheEndOfTheDayIsDueToday() {
		String task = this.scene.task("onboarding");
		// the engine's own day, for other tests may have moved its clock
		Instant noon = ClockUtil.getCurrentTime()
			.toInstant()
			.atZone(ZoneId.systemDefault())
			.with(LocalTime.NOON)
			.toInstant();
		due(task, noon);
		assertThat(tasksIn("Due today")).contains(task);
		due(task, noon.minus(Duration.ofDays(3)));
		assertThat(tasksIn("Due today")).contains(task);
		due(task, noon.plus(Duration.ofDays(1)));
		assertThat(tasksIn("Due today")).doesNotContain(task);
	}

	private void due(String id, Instant when) {
		Task task = this.engine.getTaskService().createTaskQuery().taskId(id).singleResult();
		task.setDueDate(Date.from(when));
		this.engine.getTaskService().saveTask(task);
	}

	/** Or a task would be in no list but the one of all. */
	@Test
	void eachTaskOfOurDrawingsIsInAListOfItsKind() {
		Set<String> listed = TaskFilter.ALL.stream()
			.map(filter -> (TaskQueryImpl) filter.select(this.engine.getTaskService().createTaskQuery()))
			.map(TaskQueryImpl::getTaskDefinitionKeys)
			.filter(Objects::nonNull)
			.flatMap(Stream::of)
			.collect(Collectors.toSet());
		Set<String> drawn = Stream.of(Drawing.values())
			.flatMap(drawing -> Bpmn.readModelFromFile(Path.of("bpmn", drawing.key() + ".bpmn").toFile())
				.getModelElementsByType(UserTask.class)
				.stream())
			.map(UserTask::getId)
			.collect(Collectors.toSet());
		assertThat(listed).isEqualTo(drawn);
	}

	@Test
	void aTaskShowsItsCompanyInTheList() {
		this.scene.task("onboarding");
		String list = this.staff.hal("/filter/" + id("To approve") + "/list");
		assertThat(JsonPath.<List<String>>read(list, "$._embedded.task[*]._embedded.variable[*].value"))
			.contains("Contoso Ltd");
	}

	private List<String> tasksIn(String filter) {
		return JsonPath.read(this.staff.engine("/filter/" + id(filter) + "/list").body(), "$[*].id");
	}

	private String id(String filter) {
		return JsonPath
			.<List<String>>read(this.staff.engine("/filter?resourceType=Task").body(),
					"$[?(@.name == '" + filter + "')].id")
			.get(0);
	}

}
