package com.modalitysystems.onboarding.process;

import java.util.List;
import java.util.Map;

import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.mail.LetterArrived;
import com.modalitysystems.onboarding.mail.LetterInTrouble;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The process instances of the drawing {@code letter-trouble}, one for each letter that
 * somebody has to look at. They outlive the onboarding, and do not hold it up.
 */
@Component
class LetterTroubles {

	private static final String DRAWING = "letter-trouble";

	private final RuntimeService runtime;

	LetterTroubles(RuntimeService runtime) {
		this.runtime = runtime;
	}

	@EventListener
	void begin(LetterInTrouble trouble) {
		if (of(trouble.reference(), trouble.letter()).isEmpty()) {
			this.runtime.startProcessInstanceByKey(DRAWING, trouble.reference().value(),
					Map.of(ProcessVariable.LETTER.name(), String.valueOf(trouble.letter())));
		}
	}

	@EventListener
	void end(LetterArrived arrived) {
		of(arrived.reference(), arrived.letter())
			.forEach((trouble) -> this.runtime.createMessageCorrelation("letterArrived")
				.processInstanceId(trouble.getId())
				.correlate());
	}

	private List<ProcessInstance> of(CustomerReference reference, long letter) {
		return this.runtime.createProcessInstanceQuery()
			.processDefinitionKey(DRAWING)
			.processInstanceBusinessKey(reference.value())
			.variableValueEquals(ProcessVariable.LETTER.name(), String.valueOf(letter))
			.list();
	}

}
