package com.modalitysystems.onboarding.process;

import java.util.Set;

import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.AlreadyOnboarding;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.Refused;
import com.modalitysystems.onboarding.customer.RequestRefused;
import com.modalitysystems.onboarding.customer.Trail;
import com.modalitysystems.onboarding.mail.Letters;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The start of every onboarding: one process for one record. A door has written the
 * record already; for staff who start in Tasklist it is written here, from their form.
 */
@Component
class RecordRequest implements ExecutionListener {

	private final Customers customers;

	private final Trail trail;

	private final Letters letters;

	private final Sentences sentences;

	RecordRequest(Customers customers, Trail trail, Letters letters, Sentences sentences) {
		this.customers = customers;
		this.trail = trail;
		this.letters = letters;
		this.sentences = sentences;
	}

	@Override
	public void notify(DelegateExecution execution) {
		Customer customer = (execution.getProcessBusinessKey() != null) ? recorded(execution) : record(execution);
		if (!this.customers.start(customer.reference())) {
			throw new RefusedToStaff(this.sentences.say("start.again", customer.reference()));
		}
		execution.removeVariables(Set.copyOf(execution.getVariableNames()));
		this.letters.requestReceived(customer);
	}

	private Customer recorded(DelegateExecution execution) {
		String key = execution.getProcessBusinessKey();
		try {
			return this.customers.find(CustomerReference.of(key))
				.orElseThrow(() -> new RefusedToStaff(this.sentences.say("start.unknown", key)));
		}
		catch (Refused ex) {
			throw new RefusedToStaff(this.sentences.say("start.unknown", key), ex);
		}
	}

	private Customer record(DelegateExecution execution) {
		try {
			Customer customer = this.customers.add(RequestForm.read(execution).accept());
			execution.setProcessBusinessKey(customer.reference().value());
			this.trail.add(customer.reference(), starter(execution), "onboardingRequested");
			return customer;
		}
		catch (RequestRefused ex) {
			throw new RefusedToStaff(this.sentences.say(ex), ex);
		}
		catch (AlreadyOnboarding ex) {
			throw new RefusedToStaff(this.sentences.say("start.alreadyOnboarding", ex.reference()), ex);
		}
	}

	private static Actor starter(DelegateExecution execution) {
		@Nullable Object user = execution.getVariable("requestedBy");
		return (user != null) ? Actor.staff(user.toString()) : Actor.SYSTEM;
	}

}
