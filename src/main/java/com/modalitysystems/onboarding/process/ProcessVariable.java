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

	/** What staff decided about a request: approve, reject, ask; correct, ask, close. */
	static final ProcessVariable DECISION = new ProcessVariable("decision");

	private static final List<ProcessVariable> DECLARED = List.of(DECISION);

	static boolean isDeclared(String name) {
		return DECLARED.stream().anyMatch(variable -> variable.name().equals(name));
	}

	@Nullable String in(VariableScope scope) {
		return (String) scope.getVariable(this.name);
	}

	void set(VariableScope scope, @Nullable String value) {
		scope.setVariable(this.name, value);
	}

}
