package com.modalitysystems.onboarding.customer;

import org.slf4j.MDC;

/**
 * Names the onboarding that a thread is busy with in each line of its log. While a step
 * runs, the engine does the same by itself, under the same name.
 */
public final class LogLines {

	/** The name of the field that holds the reference. */
	public static final String REFERENCE = "reference";

	/** The name of the field that holds the step, by its id on the drawing. */
	public static final String STEP = "step";

	private LogLines() {
	}

	/** From here on, this thread is busy with this onboarding. */
	public static void areAbout(CustomerReference reference) {
		MDC.put(REFERENCE, reference.value());
	}

	/** From here on, this thread speaks of this step of it. */
	public static void areAbout(CustomerReference reference, String step) {
		areAbout(reference);
		MDC.put(STEP, step);
	}

	/** This thread is done with it. */
	public static void areAboutNobody() {
		MDC.remove(STEP);
		MDC.remove(REFERENCE);
	}

}
