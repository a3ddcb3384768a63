package com.modalitysystems.onboarding.process;

import java.util.Map;
import java.util.Objects;

import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.FreeText;
import com.modalitysystems.onboarding.customer.Refused;
import com.modalitysystems.onboarding.customer.Trail;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

import org.springframework.stereotype.Component;

/**
 * Takes the decision about a step that failed, and does it in the same transaction: the
 * task goes with the engine's incident, or both stay.
 */
@Component
class AcceptTroubleDecision implements TaskListener {

	private final StuckSteps steps;

	private final LayOutTrouble trouble;

	private final Customers customers;

	private final SkippedSteps skipped;

	private final Trail trail;

	private final Sentences sentences;

	AcceptTroubleDecision(StuckSteps steps, LayOutTrouble trouble, Customers customers, SkippedSteps skipped,
			Trail trail, Sentences sentences) {
		this.steps = steps;
		this.trouble = trouble;
		this.customers = customers;
		this.skipped = skipped;
		this.trail = trail;
		this.sentences = sentences;
	}

	@Override
	public void notify(DelegateTask task) {
		StaffDecision decision = StaffDecision.of(task.getTaskDefinitionKey(), ProcessVariable.DECISION.in(task))
			.orElseThrow(() -> new RefusedToStaff(this.sentences.say("decision.missing")));
		StuckStep step = this.trouble.stepOf(task)
			.orElseThrow(() -> new RefusedToStaff(this.sentences.say("trouble.over")));
		try {
			take(decision, step, task);
		}
		catch (Refused ex) {
			boolean why = decision == StaffDecision.SKIP && ex.code().equals("missing");
			throw new RefusedToStaff(this.sentences.say(why ? "trouble.reasonMissing" : "reason." + ex.code()), ex);
		}
	}

	private void take(StaffDecision decision, StuckStep step, DelegateTask task) {
		switch (decision) {
			case RETRY -> this.steps.retry(step);
			case RETRY_ALL -> this.steps.all()
				.stream()
				.filter((other) -> other.code().equals(step.code()))
				.forEach(this.steps::retry);
			case SKIP -> skip(step, task, decision);
			case ASK_AFTER_FAILURE -> ask(step, task, decision);
			default -> throw new IllegalStateException(decision + " is not about a trouble");
		}
	}

	private void skip(StuckStep step, DelegateTask task, StaffDecision decision) {
		if (!step.maySkip()) {
			throw new RefusedToStaff(this.sentences.say("trouble.unskippable"));
		}
		this.skipped.add(step, FreeText.of(words(task)), StaffDecision.by(task));
		this.trail.add(step.reference(), StaffDecision.by(task), decision.event(), Map.of("step", step.name()));
		goOn(step);
		this.steps.skip(step);
	}

	private void ask(StuckStep step, DelegateTask task, StaffDecision decision) {
		if (!step.mayAskCustomer()) {
			throw new RefusedToStaff(this.sentences.say("trouble.noQuestion"));
		}
		this.customers.ask(step.reference(), words(task));
		this.trail.add(step.reference(), StaffDecision.by(task), decision.event());
		goOn(step);
		this.steps.askCustomer(step);
	}

	private void goOn(StuckStep step) {
		this.customers.waitFor(step.reference(), this.customers.require(step.reference()).stage().waitsFor());
	}

	private static String words(DelegateTask task) {
		return Objects.toString(task.getVariable("reason"), "");
	}

}
