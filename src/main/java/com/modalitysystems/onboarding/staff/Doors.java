package com.modalitysystems.onboarding.staff;

/** The doors of the house, by their paths. */
final class Doors {

	/** Open to anyone, or guarded by the secret in their path. */
	static final String[] OPEN = { "/", "/request/**", "/setup/**", "/consent/callback", "/v3/api-docs/**",
			"/actuator/health/**" };

	/** What our pages are made of. */
	static final String[] FILES = { "/*.css", "/*.js", "/*.svg", "/*.ico", "/*.txt" };

	/** How the paths begin that are not for search engines. */
	static final String[] SECRET = { "/setup/", "/consent/" };

	/**
	 * Shut to everybody in Camunda's applications. Nobody makes the first administrator,
	 * for there always is one. Nobody ends a task with an error of their own choice, past
	 * the drawing. And what people write goes into the trail, not into the engine, which
	 * would keep it for good.
	 */
	static final String[] SHUT = { "/camunda/api/admin/setup/**", "/camunda/api/engine/engine/*/task/*/bpmnError",
			"/camunda/api/engine/engine/*/task/*/bpmnEscalation", "/camunda/api/engine/engine/*/task/*/comment/create",
			"/camunda/api/engine/engine/*/task/*/attachment/create",
			"/camunda/api/engine/engine/*/process-instance/*/comment" };

	private Doors() {
	}

}
