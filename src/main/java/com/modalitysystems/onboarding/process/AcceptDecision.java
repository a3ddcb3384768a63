package com.modalitysystems.onboarding.process;

import java.util.Objects;

import com.modalitysystems.onboarding.customer.AlreadyOnboarding;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.Facts;
import com.modalitysystems.onboarding.customer.Refused;
import com.modalitysystems.onboarding.customer.RequestRefused;
import com.modalitysystems.onboarding.customer.Trail;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

import org.springframework.stereotype.Component;

/**
 * Takes a decision of staff from its form: refuses one that is missing or has no reason,
 * since forms are checked in the browser only, and moves the words into the record.
 */
@Component
class AcceptDecision implements TaskListener {

	private final Customers customers;

	private final Facts facts;

	private final Consequences consequences;

	private final Trail trail;

	private final Sentences sentences;

	AcceptDecision(Customers customers, Facts facts, Consequences consequences, Trail trail, Sentences sentences) {
		this.customers = customers;
		this.facts = facts;
		this.consequences = consequences;
		this.trail = trail;
		this.sentences = sentences;
	}

	@Override
	public void notify(DelegateTask task) {
		StaffDecision decision = StaffDecision.of(task.getTaskDefinitionKey(), ProcessVariable.DECISION.in(task))
			.orElseThrow(() -> new RefusedToStaff(this.sentences.say("decision.missing")));
		CustomerReference reference = new CustomerReference(task.getExecution().getProcessBusinessKey());
		if (decision.isAboutAWish() && this.facts.isWaiting(reference)) {
			throw new RefusedToStaff(this.sentences.say("decision.overtaken"));
		}
		try {
			keepWords(task, decision, reference);
		}
		catch (Refused ex) {
			throw new RefusedToStaff(this.sentences.say("reason." + ex.code()), ex);
		}
		catch (RequestRefused ex) {
			throw new RefusedToStaff(this.sentences.say(ex), ex);
		}
		catch (AlreadyOnboarding ex) {
			throw new RefusedToStaff(this.sentences.say("start.alreadyOnboarding", ex.reference()), ex);
		}
		this.consequences.draw(decision, reference);
		this.trail.add(reference, StaffDecision.by(task), decision.event());
	}

	private void keepWords(DelegateTask task, StaffDecision decision, CustomerReference reference) {
		String words = Objects.toString(task.getVariable("reason"), "");
		switch (decision.words()) {
			case REASON -> this.customers.explain(reference, words);
			case QUESTION -> this.customers.ask(reference, words);
			case CORRECTION -> this.customers.correct(reference, RequestForm.read(task).accept());
			case KEY_WISH -> this.customers.wishForKey(reference, Objects.toString(task.getVariable("keyWish"), ""));
			case NONE -> {
				// the decision says it all
			}
		}
	}

}
