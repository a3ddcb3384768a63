package com.modalitysystems.onboarding.process;

import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.trouble.KnownTrouble;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Shows a step that failed: what it means, whose turn it is, what to do, and how it can
 * go on.
 */
@Component
class LayOutTrouble implements TaskListener {

	private final StuckSteps steps;

	private final Customers customers;

	private final CustomerSheet sheet;

	private final Sentences sentences;

	private final DateTimeFormatter dates;

	LayOutTrouble(StuckSteps steps, Customers customers, CustomerSheet sheet, Sentences sentences,
			ScheduleSettings settings) {
		this.steps = steps;
		this.customers = customers;
		this.sheet = sheet;
		this.sentences = sentences;
		this.dates = DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm z", Locale.ENGLISH).withZone(settings.zone());
	}

	@Override
	public void notify(DelegateTask task) {
		StuckStep step = stepOf(task)
			.orElseThrow(() -> new IllegalStateException("A trouble is about a step that is stuck"));
		Customer customer = this.customers.require(step.reference());
		ProcessVariable.DECISION.clear(task.getExecution());
		this.sheet.of(customer, null, null).forEach(task::setVariableLocal);
		sheet(step, customer).forEach(task::setVariableLocal);
		task.setName(task.getName() + ": " + customer.company());
	}

	/** The step that a trouble is about, if it is stuck still. */
	Optional<StuckStep> stepOf(DelegateTask task) {
		return Optional.ofNullable(ProcessVariable.FAILED_JOB.in(task)).flatMap(this.steps::find);
	}

	private Map<String, @Nullable Object> sheet(StuckStep step, Customer customer) {
		KnownTrouble known = step.trouble();
		Map<String, @Nullable Object> sheet = new LinkedHashMap<>();
		sheet.put("step", step.name());
		sheet.put("stage", this.sentences.say("stage." + customer.stage()));
		sheet.put("failedAt", this.dates.format(step.since()));
		sheet.put("symptom", step.words());
		sheet.put("meaning", this.sentences.say("trouble." + known + ".meaning"));
		sheet.put("turn", this.sentences.say("turn." + known.turn()));
		sheet.put("remedy", this.sentences.say("trouble." + known + ".remedy"));
		sheet.put("maySkip", step.maySkip());
		sheet.put("mayAsk", step.mayAskCustomer());
		return sheet;
	}

}
