package com.modalitysystems.onboarding.process;

import java.util.List;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;

/**
 * What the drawings decide by: every variable of a process stands here.
 *
 * @param name as the drawings and forms write it
 */
record ProcessVariable(String name) {

	/** What staff decided at the last task. */
	static final ProcessVariable DECISION = new ProcessVariable("decision");

	/** The one thing that is to be done next in a waiting state. */
	static final ProcessVariable NEXT_STEP = new ProcessVariable("nextStep");

	/** What the tenant said of the consent. */
	static final ProcessVariable CONSENT_OUTCOME = new ProcessVariable("consentOutcome");

	/** Why the tenant cannot be onboarded. */
	static final ProcessVariable TENANT_REFUSAL = new ProcessVariable("tenantRefusal");

	/** The reference of the onboarding that the tenant has already. */
	static final ProcessVariable OTHER_ONBOARDING = new ProcessVariable("otherOnboarding");

	/** The number of the letter that is in trouble. */
	static final ProcessVariable LETTER = new ProcessVariable("letter");

	/** The engine's job that failed for the last time. */
	static final ProcessVariable FAILED_JOB = new ProcessVariable("failedJob");

	/** Whose task it is to look at it. */
	static final ProcessVariable GROUP = new ProcessVariable("group");

	private static final List<ProcessVariable> DECLARED = List.of(DECISION, NEXT_STEP, CONSENT_OUTCOME, TENANT_REFUSAL,
			OTHER_ONBOARDING, LETTER, FAILED_JOB, GROUP);

	static boolean isDeclared(String name) {
		return DECLARED.stream().anyMatch(variable -> variable.name().equals(name));
	}

	@Nullable String in(VariableScope scope) {
		return (String) scope.getVariable(this.name);
	}

	void set(VariableScope scope, String value) {
		scope.setVariable(this.name, value);
	}

	void clear(VariableScope scope) {
		scope.removeVariable(this.name);
	}

}
