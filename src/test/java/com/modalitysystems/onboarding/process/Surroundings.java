package com.modalitysystems.onboarding.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;

/**
 * What a drawing relies on.
 *
 * @param forms the folder of the forms
 * @param delegates whether a bean of this name does work
 * @param listeners whether a bean of this name listens
 * @param groups who may be given tasks
 * @param errors the codes of the errors that the drawings know
 * @param variables whether a variable of this name is declared
 */
record Surroundings(Path forms, Predicate<String> delegates, Predicate<String> listeners, Set<String> groups,
		Set<String> errors, Predicate<String> variables) {

	static final Set<String> GROUPS = Set.of("onboarding-staff", "onboarding-managers", "onboarding-operators");

	/** The room of the process as it is. */
	static Surroundings ofTheProcess() {
		return new Surroundings(Path.of("forms"), bean -> isA(JavaDelegate.class, bean),
				bean -> isA(TaskListener.class, bean) || isA(ExecutionListener.class, bean), GROUPS, errorCodes(),
				ProcessVariable::isDeclared);
	}

	boolean hasForm(String name) {
		return Files.isRegularFile(this.forms.resolve(name + ".form"));
	}

	StaffForm form(String name) {
		return StaffForm.read(this.forms.resolve(name + ".form"));
	}

	private static boolean isA(Class<?> role, String bean) {
		Class<?> type = find(Character.toUpperCase(bean.charAt(0)) + bean.substring(1));
		return type != null && role.isAssignableFrom(type);
	}

	private static Set<String> errorCodes() {
		Class<?> codes = find("ErrorCode");
		return (codes != null)
				? Arrays.stream(codes.getEnumConstants()).map(Object::toString).collect(Collectors.toSet()) : Set.of();
	}

	private static Class<?> find(String simpleName) {
		try {
			return Class.forName(Surroundings.class.getPackageName() + "." + simpleName);
		}
		catch (ClassNotFoundException ex) {
			return null;
		}
	}

}
