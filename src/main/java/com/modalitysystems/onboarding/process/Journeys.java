package com.modalitysystems.onboarding.process;

import java.util.Optional;

import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Stage;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/** The process instances of the drawing {@code onboarding}, one for each customer. */
@Component
class Journeys {

	private static final Logger LOGGER = LoggerFactory.getLogger(Journeys.class);

	static final String DRAWING = "onboarding";

	private final RuntimeService runtime;

	Journeys(RuntimeService runtime) {
		this.runtime = runtime;
	}

	/**
	 * Start the process of a customer whose record is written in the same transaction.
	 */
	void begin(CustomerReference reference) {
		this.runtime.startProcessInstanceByKey(DRAWING, reference.value());
	}

	/**
	 * Wake the process of a customer who waits at this stage.
	 */
	void wake(CustomerReference reference, Stage stage) {
		switch (stage) {
			case awaitingCustomer -> wake(reference, "requestCorrected");
			case awaitingConsent -> wake(reference, "consentReturned");
			case awaitingSetup -> wake(reference, "setupReported");
			case expired -> wake(reference, "renewalRequested");
			default -> {
				// nobody is waited for
			}
		}
	}

	/** The customer did something else than what is waited for. */
	void acted(CustomerReference reference, Stage stage) {
		if (stage == Stage.awaitingConsent || stage == Stage.awaitingSetup) {
			wake(reference, "customerActed");
		}
	}

	/**
	 * Wake a process that may be waiting for this message. Of several callers one wins,
	 * and the others fail in various ways; what counts is the fact in the record, which
	 * the process finds in any case.
	 */
	private void wake(CustomerReference reference, String message) {
		try {
			of(reference).filter(journey -> awaits(journey, message)).ifPresent(journey -> correlate(journey, message));
		}
		catch (RuntimeException ex) {
			LOGGER.debug("{} was not waiting for {}: {}", reference, message, ex.getClass().getSimpleName());
		}
	}

	// asked first, since a correlation that fails would spoil the transaction of whoever
	// calls from a form of Tasklist
	private boolean awaits(ProcessInstance journey, String message) {
		return this.runtime.createExecutionQuery()
			.processInstanceId(journey.getId())
			.messageEventSubscriptionName(message)
			.count() > 0;
	}

	/**
	 * Interrupt the process, wherever it is.
	 * @return whether there was one to interrupt
	 */
	boolean cancel(CustomerReference reference) {
		Optional<ProcessInstance> journey = of(reference);
		journey.ifPresent(open -> correlate(open, "cancellationRequested"));
		return journey.isPresent();
	}

	/**
	 * Go back with a request that was put right, from wherever that is possible.
	 * @return whether it was
	 */
	boolean correct(CustomerReference reference) {
		Optional<ProcessInstance> journey = of(reference).filter(open -> awaits(open, "requestCorrected"));
		journey.ifPresent(open -> correlate(open, "requestCorrected"));
		return journey.isPresent();
	}

	private Optional<ProcessInstance> of(CustomerReference reference) {
		return Optional.ofNullable(this.runtime.createProcessInstanceQuery()
			.processDefinitionKey(DRAWING)
			.processInstanceBusinessKey(reference.value())
			.singleResult());
	}

	private void correlate(ProcessInstance journey, String message) {
		this.runtime.createMessageCorrelation(message).processInstanceId(journey.getId()).correlate();
	}

}
