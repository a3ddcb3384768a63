package com.modalitysystems.onboarding.staff;

import java.util.List;
import java.util.stream.Stream;

/** The doors of the house, by their paths. */
final class Doors {

	/** Open to anyone, or guarded by the secret in their path. */
	static final String[] OPEN = { "/", "/request/**", "/setup/**", "/consent/callback", "/v3/api-docs/**", "/livez",
			"/readyz" };

	/** What our pages are made of. */
	static final String[] FILES = { "/*.css", "/*.js", "/*.svg", "/*.ico", "/*.txt", "/brand/*" };

	/** For our people. */
	static final String[] ONBOARDINGS = { "/onboardings", "/onboardings/**", "/notices", "/notices/**", "/insight",
			"/insight.json", "/insight/**" };

	/** How all onboardings go, in figures. */
	static final String[] FIGURES = { "/insight", "/insight.json", "/insight/**" };

	/**
	 * What is about all onboardings: where people choose what is written to them, and the
	 * file of all.
	 */
	static final String[] ABOUT_ALL = { "/notices", "/onboardings/export" };

	/** Where other systems are told again what they missed. */
	static final String NOTICES = "/notices/**";

	/** Where many onboardings are asked for at once. */
	static final String IMPORT = "/onboardings/import/**";

	/** How the paths begin that are not for search engines. */
	static final String[] SECRET = { "/setup/", "/consent/", "/onboardings", "/notices", "/insight" };

	private static final String ENGINE = "/camunda/api/engine/engine/*";

	private static final String TASK = ENGINE + "/task/*";

	/** The names under which one drawing can be called. */
	private static final List<String> DRAWING = List.of(ENGINE + "/process-definition/*",
			ENGINE + "/process-definition/key/*", ENGINE + "/process-definition/key/*/tenant-id/*");

	/**
	 * Shut to everybody in Camunda's applications, with all that lies behind. Nobody
	 * makes the first administrator, for there always is one. Nobody goes past the
	 * drawing: starts it in its midst, sends it a message, or ends a task with an error
	 * of their own choice. Tasklist starts by {@code submit-form}, which begins at the
	 * beginning. Nobody tries passwords where no brake is. And what people write goes
	 * into the trail, not into the engine, which would keep it for good.
	 */
	static final String[] SHUT = Stream
		.concat(DRAWING.stream().flatMap(drawing -> under(drawing, "/start", "/restart", "/restart-async")),
				Stream.of("/camunda/api/admin/setup", ENGINE + "/identity/verify", ENGINE + "/message",
						ENGINE + "/process-instance/message-async", ENGINE + "/signal", ENGINE + "/condition",
						ENGINE + "/execution/*/signal", ENGINE + "/execution/*/messageSubscriptions/*/trigger",
						TASK + "/bpmnError", TASK + "/bpmnEscalation", TASK + "/resolve", TASK + "/comment/create",
						TASK + "/attachment/create", ENGINE + "/process-instance/*/comment"))
		// Camunda takes a slash at the end for nothing
		.map(door -> door + "/**")
		.toArray(String[]::new);

	private Doors() {
	}

	private static Stream<String> under(String path, String... doors) {
		return Stream.of(doors).map(path::concat);
	}

}
