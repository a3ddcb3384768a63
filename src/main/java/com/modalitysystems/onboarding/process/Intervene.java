package com.modalitysystems.onboarding.process;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.AlreadyOnboarding;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.OnboardingRequest;
import com.modalitysystems.onboarding.customer.Refused;
import com.modalitysystems.onboarding.customer.RequestRefused;
import com.modalitysystems.onboarding.customer.Successor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What staff do to an onboarding out of turn, from a form in Tasklist. It is done, or
 * refused with a sentence, before the form closes.
 */
@Component
class Intervene implements ExecutionListener {

	private final Onboarding onboarding;

	private final Amendments amendments;

	private final Customers customers;

	private final Sentences sentences;

	Intervene(Onboarding onboarding, Amendments amendments, Customers customers, Sentences sentences) {
		this.onboarding = onboarding;
		this.amendments = amendments;
		this.customers = customers;
		this.sentences = sentences;
	}

	@Override
	public void notify(DelegateExecution execution) {
		CustomerReference reference = whose(text(execution, "reference"));
		Intervention intervention = Intervention.of(text(execution, "intervention"))
			.orElseThrow(() -> new RefusedToStaff(this.sentences.say("decision.missing")));
		Actor actor = Actor.staff(text(execution, "requestedBy"));
		Form form = new Form(text(execution, "reason"), RequestForm.read(execution));
		execution.setProcessBusinessKey(reference.value());
		execution.removeVariables(Set.copyOf(execution.getVariableNames()));
		if (!isDone(intervention, reference, form, actor)) {
			throw new RefusedToStaff(this.sentences.say("intervention." + intervention + ".late", reference));
		}
	}

	private boolean isDone(Intervention intervention, CustomerReference reference, Form form, Actor actor) {
		try {
			return switch (intervention) {
				case sendAgain -> this.onboarding.resend(reference, actor);
				case replaceLink -> this.onboarding.replaceLink(reference, actor);
				case renew -> this.onboarding.renew(reference, actor);
				case correct -> this.amendments.correct(reference, form.typed(), actor);
				case handOver -> this.amendments.handOver(reference, form.successor(), actor);
				case cancel -> this.onboarding.cancel(reference, form.reason(), actor);
			};
		}
		catch (RequestRefused ex) {
			throw new RefusedToStaff(this.sentences.say(ex), ex);
		}
		catch (AlreadyOnboarding ex) {
			throw new RefusedToStaff(this.sentences.say("start.alreadyOnboarding", ex.reference()), ex);
		}
		catch (Refused ex) {
			throw new RefusedToStaff(this.sentences.say("reason." + ex.code()), ex);
		}
	}

	private CustomerReference whose(String typed) {
		try {
			CustomerReference reference = CustomerReference.of(typed);
			return this.customers.find(reference).orElseThrow(() -> unknown(typed, null)).reference();
		}
		catch (Refused ex) {
			throw unknown(typed, ex);
		}
	}

	private RefusedToStaff unknown(String typed, @Nullable Refused cause) {
		return new RefusedToStaff(this.sentences.say("intervention.unknown", typed), cause);
	}

	private static String text(DelegateExecution execution, String field) {
		return Objects.toString(execution.getVariable(field), "").strip();
	}

	/**
	 * What stood in the form, out of which the engine keeps nothing.
	 *
	 * @param reason why the onboarding is stopped
	 * @param typed the fields of a request
	 */
	private record Form(String reason, OnboardingRequest typed) {

		Successor successor() {
			return Successor.of(this.typed.adminName(), this.typed.adminEmail());
		}

	}

	/** What can be done. */
	enum Intervention {

		/** Send the customer's current letter again. */
		sendAgain,
		/** Replace the link to the set-up room. */
		replaceLink,
		/** Go on with an expired onboarding. */
		renew,
		/** Put the request right. */
		correct,
		/** Give it to another administrator. */
		handOver,
		/** Stop the onboarding. */
		cancel;

		static Optional<Intervention> of(String value) {
			return Arrays.stream(values()).filter((known) -> known.name().equals(value)).findFirst();
		}

	}

}
