package com.modalitysystems.onboarding.staff;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * Something that can be called.
 *
 * @param method with which method
 * @param template its path, with names in braces for what changes
 */
record Door(String method, String template) implements Comparable<Door> {

	private static final Comparator<Door> ORDER = Comparator.comparing(Door::template).thenComparing(Door::method);

	private static final Pattern ENGINE = Pattern
		.compile("(?<=/engine/)\\{name}|\\{(engine|engineName|processEngineName)}");

	private static final Pattern PLACE = Pattern.compile("\\{[^{}]*}|\\*\\*");

	/**
	 * A path of this kind: of the engine that there is, and of nothing else that there
	 * is.
	 */
	String path() {
		return PLACE.matcher(ENGINE.matcher(this.template).replaceAll("default")).replaceAll("none");
	}

	/** Whether programs call it, and no browser shows its answer. */
	boolean isForMachines() {
		return this.template.startsWith("/api/") || this.template.startsWith("/camunda/");
	}

	boolean isRead() {
		return this.method.equals("GET");
	}

	@Override
	public String toString() {
		return this.method + " " + this.template;
	}

	@Override
	public int compareTo(Door other) {
		return ORDER.compare(this, other);
	}

}
