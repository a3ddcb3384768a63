package com.modalitysystems.onboarding.sandbox;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A fault that a person can ask for with one click.
 *
 * @param title what it does, in a sentence
 * @param fault what it is
 */
record FaultPreset(String title, Fault fault) {

	static final List<FaultPreset> ALL = List.of(
			new FaultPreset("Graph answers 503, three times", answers(Target.graph, 3, 503, null)),
			new FaultPreset("Graph is busy: 429, come back in 5 seconds", answers(Target.graph, 1, 429, 5)),
			new FaultPreset("Sign-in answers 500, twice", answers(Target.login, 2, 500, null)),
			new FaultPreset("Azure answers 500 to the next call", answers(Target.azure, 1, 500, null)),
			new FaultPreset("Azure is busy: 429, come back in two minutes", answers(Target.azure, 1, 429, 120)),
			new FaultPreset("Azure obeys the next call, but the answer is lost", cuts(Target.azure, true)),
			new FaultPreset("Pexip takes 40 seconds for the next answer",
					new Fault(Target.pexip, null, 1, null, null, null, 40_000L, null, null)),
			new FaultPreset("Pexip cuts the next connection", cuts(Target.pexip, false)),
			new FaultPreset("Pexip obeys the next call, but the answer is lost", cuts(Target.pexip, true)),
			new FaultPreset("A webhook answers 500, three times", answers(Target.webhooks, 3, 500, null)),
			new FaultPreset("The next letter is refused: no such mailbox (550)", answers(Target.smtp, 1, 550, null)),
			new FaultPreset("The next letter is deferred (451)", answers(Target.smtp, 1, 451, null)),
			new FaultPreset("The next letter is taken, but the answer is lost", cuts(Target.smtp, true)));

	private static Fault answers(Target target, int times, int status, @Nullable Integer retryAfter) {
		return new Fault(target, null, times, null, status, retryAfter, null, null, null);
	}

	private static Fault cuts(Target target, boolean after) {
		return new Fault(target, null, 1, null, null, null, null, true, after);
	}

}
