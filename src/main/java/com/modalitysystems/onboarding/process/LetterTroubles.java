package com.modalitysystems.onboarding.process;

import java.util.List;
import java.util.Map;

import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.mail.LetterArrived;
import com.modalitysystems.onboarding.mail.LetterInTrouble;
import com.modalitysystems.onboarding.mail.LetterWithdrawn;
import com.modalitysystems.onboarding.mail.Letters;
import com.modalitysystems.onboarding.mail.UndeliveredLetters;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The process instances of the drawing {@code letter-trouble}, one for each letter that
 * somebody has to look at. They do not hold up the onboarding, and outlive it where the
 * letter is still to be sent then.
 */
@Component
class LetterTroubles {

	private static final String DRAWING = "letter-trouble";

	private final RuntimeService runtime;

	private final Customers customers;

	private final Letters letters;

	private final UndeliveredLetters undelivered;

	LetterTroubles(RuntimeService runtime, Customers customers, Letters letters, UndeliveredLetters undelivered) {
		this.runtime = runtime;
		this.customers = customers;
		this.letters = letters;
		this.undelivered = undelivered;
	}

	@EventListener
	void begin(LetterInTrouble trouble) {
		this.letters.withdraw(this.customers.lock(trouble.reference()));
		if (this.undelivered.require(trouble.letter()).isInTrouble()
				&& of(trouble.reference(), trouble.letter()).isEmpty()) {
			this.runtime.startProcessInstanceByKey(DRAWING, trouble.reference().value(),
					Map.of(ProcessVariable.LETTER.name(), String.valueOf(trouble.letter())));
		}
	}

	@EventListener
	void end(LetterArrived arrived) {
		of(arrived.reference(), arrived.letter()).forEach((trouble) -> tell(trouble, "letterArrived"));
	}

	@EventListener
	void end(LetterWithdrawn withdrawn) {
		of(withdrawn.reference(), withdrawn.letter()).forEach((trouble) -> tell(trouble, "letterWithdrawn"));
	}

	// one that began under an older drawing may not wait for it
	private void tell(ProcessInstance trouble, String message) {
		this.runtime.createExecutionQuery()
			.processInstanceId(trouble.getId())
			.messageEventSubscriptionName(message)
			.list()
			.forEach((waiting) -> this.runtime.messageEventReceived(message, waiting.getId()));
	}

	private List<ProcessInstance> of(CustomerReference reference, long letter) {
		return this.runtime.createProcessInstanceQuery()
			.processDefinitionKey(DRAWING)
			.processInstanceBusinessKey(reference.value())
			.variableValueEquals(ProcessVariable.LETTER.name(), String.valueOf(letter))
			.list();
	}

}
