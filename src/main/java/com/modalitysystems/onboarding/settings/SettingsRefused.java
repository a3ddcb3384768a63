package com.modalitysystems.onboarding.settings;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The application cannot start with what it was told. */
class SettingsRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	SettingsRefused(List<Problem> problems) {
		super(problems.stream().map(SettingsRefused::entry).collect(Collectors.joining("\n\n", heading(problems), "")));
	}

	private static String heading(List<Problem> problems) {
		return ((problems.size() == 1) ? "A setting is" : problems.size() + " settings are")
				+ " missing or cannot be used:\n\n";
	}

	private static String entry(Problem problem) {
		return Stream.of(problem.sentence(), problem.meaning(), example(problem))
			.filter((line) -> !line.isEmpty())
			.collect(Collectors.joining("\n    "));
	}

	private static String example(Problem problem) {
		return problem.example().isEmpty() ? "" : "example: " + problem.example();
	}

}
