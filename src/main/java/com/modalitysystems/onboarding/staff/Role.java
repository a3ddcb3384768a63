package com.modalitysystems.onboarding.staff;

/** What somebody may be here; each role is one of the engine's groups. */
enum Role {

	/** Ask for onboardings, and see what becomes of those. */
	REQUESTER("onboarding-requesters", "Onboarding requesters"),

	/** Decide and repair, in Tasklist. */
	STAFF("onboarding-staff", "Onboarding staff"),

	/** Watch the flow, in Cockpit. */
	MANAGER("onboarding-managers", "Onboarding managers"),

	/** Keep it running: look at what failed, and try it again. */
	OPERATOR("onboarding-operators", "Onboarding operators"),

	/** See everything, and change nothing. */
	AUDITOR("onboarding-auditors", "Onboarding auditors"),

	/** The service's own systems, at the API. */
	API("onboarding-api", "Onboarding API"),

	/** Everything; the engine's own name for it. */
	ADMINISTRATOR("camunda-admin", "Administrators");

	private final String group;

	private final String title;

	Role(String group, String title) {
		this.group = group;
		this.title = title;
	}

	String group() {
		return this.group;
	}

	String title() {
		return this.title;
	}

	/** The engine sorts groups by kind, and shows its own ones apart. */
	String kind() {
		return (this == ADMINISTRATOR) ? "SYSTEM" : "WORKFLOW";
	}

}
