package com.modalitysystems.onboarding.staff;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.camunda.bpm.engine.task.TaskQuery;

/**
 * A list of tasks that greets staff in Tasklist.
 *
 * @param priority its place among the others
 * @param title what it is called
 * @param description which tasks it shows, in a sentence
 * @param color its stripe
 * @param narrow which tasks it shows
 */
record TaskFilter(int priority, String title, String description, String color, UnaryOperator<TaskQuery> narrow) {

	static final List<TaskFilter> ALL = List.of(
			new TaskFilter(10, "To approve", "Requests that wait for a decision", "#2e7d32",
					waitingAt("approveRequest")),
			new TaskFilter(20, "To correct", "Requests that could not be taken up as they were written", "#c62828",
					waitingAt("correctRequest")),
			new TaskFilter(25, "Letters in trouble", "Letters that were refused, came back, or may not have arrived",
					"#ef6c00", waitingAt("correctRecipient")),
			new TaskFilter(27, "Trouble", "Steps that failed, and wait for somebody to retry them", "#b71c1c",
					waitingAt("resolveTrouble")),
			new TaskFilter(28, "Customer needs help",
					"Customers who do not get on by themselves, or wish for something", "#00838f",
					waitingAt("callCustomer", "callCustomer_setup", "resolveConsent", "approveAddress",
							"approveAdmin")),
			new TaskFilter(30, "To confirm", "Customers who wait for their test call", "#1565c0",
					waitingAt("confirmService")),
			new TaskFilter(35, "Due today", "What should be done by the end of the day, or before", "#ad1457",
					(tasks) -> tasks.dueBeforeExpression("${dateTime().plusDays(1).withTimeAtStartOfDay()}")),
			new TaskFilter(40, "Mine", "What I have claimed", "#6a1b9a",
					(tasks) -> tasks.taskAssigneeExpression("${currentUser()}")),
			new TaskFilter(50, "All open", "Everything that waits for us", "#616161", UnaryOperator.identity()));

	/** What is due first stands first. */
	TaskQuery select(TaskQuery tasks) {
		return this.narrow.apply(tasks.active().processDefinitionKeyIn(keys()))
			.orderByDueDate()
			.asc()
			.orderByTaskCreateTime()
			.asc();
	}

	/** How it looks, in Tasklist's words. */
	Map<String, Object> look() {
		return Map.of("description", this.description, "color", this.color, "priority", this.priority, "refresh", true,
				"showUndefinedVariable", false, "variables", List.of(Map.of("name", "company", "label", "Company"),
						Map.of("name", "reference", "label", "Reference")));
	}

	private static UnaryOperator<TaskQuery> waitingAt(String... names) {
		return (tasks) -> tasks.taskDefinitionKeyIn(names);
	}

	private static String[] keys() {
		return Stream.of(Drawing.values()).map(Drawing::key).toArray(String[]::new);
	}

}
