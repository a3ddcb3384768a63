package com.modalitysystems.onboarding.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Customers;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The process instances of the drawing {@code trouble}, one for each step that is stuck:
 * the task in which somebody decides how it goes on. They follow the engine's incidents
 * at a little distance, whatever made or ended those, so that neither can be lost when a
 * node dies, and no incident depends on its task.
 */
@Component
public class Troubles {

	private static final Logger LOGGER = LoggerFactory.getLogger(Troubles.class);

	private static final String DRAWING = "trouble";

	private final StuckSteps steps;

	private final SkippedSteps skipped;

	private final RuntimeService runtime;

	private final TaskService tasks;

	private final Customers customers;

	private final TransactionTemplate transaction;

	Troubles(StuckSteps steps, SkippedSteps skipped, RuntimeService runtime, TaskService tasks, Customers customers,
			TransactionTemplate transaction) {
		this.steps = steps;
		this.skipped = skipped;
		this.runtime = runtime;
		this.tasks = tasks;
		this.customers = customers;
		this.transaction = transaction;
	}

	/** What somebody has to look at before an onboarding goes on. */
	public List<OpenTrouble> of(CustomerReference reference) {
		return this.steps.of(reference).stream().map((step) -> OpenTrouble.of(step, task(step))).toList();
	}

	/** What an onboarding went on without, the oldest first. */
	public List<SkippedStep> skipped(CustomerReference reference) {
		return this.skipped.of(reference);
	}

	@Scheduled(initialDelayString = "${schedule.wake-again:30s}", fixedDelayString = "${schedule.wake-again:30s}")
	void settle() {
		Map<String, StuckStep> stuck = this.steps.all()
			.stream()
			.collect(Collectors.toMap(StuckStep::job, Function.identity()));
		Map<String, String> open = this.runtime.createVariableInstanceQuery()
			.variableName(ProcessVariable.FAILED_JOB.name())
			.list()
			.stream()
			.collect(Collectors.toMap((job) -> String.valueOf(job.getValue()), VariableInstance::getProcessInstanceId,
					(one, other) -> one));
		stuck.values().stream().filter((step) -> !open.containsKey(step.job())).forEach(this::tryToBegin);
		open.forEach((job, trouble) -> {
			if (!stuck.containsKey(job)) {
				end(trouble);
			}
		});
	}

	// one that cannot be shown must not hide the others
	private void tryToBegin(StuckStep step) {
		try {
			this.transaction.executeWithoutResult((status) -> begin(step));
		}
		catch (RuntimeException ex) {
			LOGGER.error("{}: no task could be made of the step {} that failed", step.reference(), step.id(), ex);
		}
	}

	/** All nodes do this: whoever holds the record looks whether it was done. */
	private void begin(StuckStep step) {
		if (this.customers.find(step.reference()).isEmpty()) {
			return;
		}
		this.customers.lock(step.reference());
		if (this.steps.find(step.job()).isPresent() && task(step).isEmpty()) {
			this.runtime.startProcessInstanceByKey(DRAWING, step.reference().value(),
					Map.of(ProcessVariable.FAILED_JOB.name(), step.job(), ProcessVariable.GROUP.name(),
							step.trouble().isForOperators() ? "onboarding-operators" : "onboarding-staff"));
		}
	}

	// another node, or somebody with the task, may be quicker
	private void end(String trouble) {
		try {
			this.runtime.createExecutionQuery()
				.processInstanceId(trouble)
				.messageEventSubscriptionName("stepResumed")
				.list()
				.forEach((waiting) -> this.runtime.messageEventReceived("stepResumed", waiting.getId()));
		}
		catch (RuntimeException ex) {
			LOGGER.debug("The trouble {} was over: {}", trouble, ex.getClass().getSimpleName());
		}
	}

	private Optional<Task> task(StuckStep step) {
		return this.tasks.createTaskQuery()
			.processDefinitionKey(DRAWING)
			.processVariableValueEquals(ProcessVariable.FAILED_JOB.name(), step.job())
			.list()
			.stream()
			.findFirst();
	}

}
