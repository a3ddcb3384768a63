package com.modalitysystems.onboarding.settings;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.springframework.core.env.Environment;

/** Looks at everything that is set, before anything is made of it. */
public final class Inspection {

	private static final List<Rule> RULES = List.of(new Completeness(), new SettingsOfOthers(), new DatabaseAddress(),
			new Services(), new SandboxSecrets(), new KnownNames());

	private Inspection() {
	}

	/** Whether services on this machine will do, such as those of a sandbox. */
	public static boolean allowsLoopbackServices(Environment environment) {
		return Services.areAllowed(new Given(environment));
	}

	/** Whatever is missing or malformed, each setting once. */
	public static List<Problem> of(Environment environment) {
		Catalogue catalogue = Catalogue.in(environment);
		Given given = new Given(environment);
		Map<String, Problem> problems = new TreeMap<>();
		RULES.stream()
			.flatMap((rule) -> rule.problems(catalogue, given))
			.forEach((problem) -> problems.putIfAbsent(problem.setting(), problem.in(given.place(problem.setting()))));
		return List.copyOf(problems.values());
	}

}
