package com.modalitysystems.onboarding.process;

import com.modalitysystems.onboarding.customer.ConsentReturn;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerWishes;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.Facts;
import com.modalitysystems.onboarding.customer.Successor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Names the one thing to do while consent is awaited, from the record alone: whatever
 * woke the process, and however often.
 */
@Component
class DecideNextStep extends CustomerStep {

	private final Facts facts;

	private final CustomerWishes wishes;

	private final EmailDomains domains;

	private final Schedule schedule;

	DecideNextStep(Customers customers, Facts facts, CustomerWishes wishes, EmailDomains domains, Schedule schedule) {
		super(customers);
		this.facts = facts;
		this.wishes = wishes;
		this.domains = domains;
		this.schedule = schedule;
	}

	@Override
	void take(Customer customer, DelegateExecution execution) {
		Customer considered = this.facts.consider(customer.reference());
		NextStep next = isReturnUnseen(considered) ? NextStep.look : wished(considered);
		ProcessVariable.NEXT_STEP.set(execution, ((next != null) ? next : due(considered)).name());
	}

	/** Nothing comes before the proof of what may be done already. */
	private static boolean isReturnUnseen(Customer customer) {
		ConsentReturn back = customer.consentReturn();
		return back != null && (customer.consent() == null || customer.consent().lookedAt().isBefore(back.at()));
	}

	private @Nullable NextStep wished(Customer customer) {
		// what needs nobody's leave does not wait for what does
		if (customer.window().wished()) {
			return NextStep.openWindow;
		}
		Successor successor = customer.wishes().successor();
		if (successor != null) {
			boolean mayTakeOver = customer.wishes().successorApproved()
					|| this.domains.isOf(customer.requireTenantId(), successor.email());
			return mayTakeOver ? NextStep.handOver : NextStep.askAdmin;
		}
		if (customer.wishes().address() != null) {
			if (!this.schedule.mayChangeAddressByThemselves(customer)) {
				return NextStep.askAddress;
			}
			this.wishes.addressGranted(customer.reference(), true);
			this.facts.consider(customer.reference());
			return NextStep.openWindow;
		}
		return null;
	}

	private NextStep due(Customer customer) {
		if (this.schedule.isWindowOverdue(customer)) {
			return NextStep.shutWindow;
		}
		if (this.schedule.isExpired(customer)) {
			return NextStep.expire;
		}
		if (this.schedule.isReminderDue(customer) && this.schedule.lookedSinceReminderWasDue(customer)) {
			return this.schedule.isCallDue(customer) ? NextStep.call : NextStep.remind;
		}
		return NextStep.look;
	}

	/** What the drawing can do next; its words are the drawing's conditions. */
	enum NextStep {

		look, remind, call, expire, openWindow, shutWindow, handOver, askAddress, askAdmin

	}

}
