package com.modalitysystems.onboarding.staff;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.security.core.GrantedAuthority;

/** What somebody may be here; each role is one of the engine's groups. */
enum Role {

	/** Decide and repair, in Tasklist. */
	STAFF("onboarding-staff", "Onboarding staff"),

	/** Watch the flow, in Cockpit. */
	MANAGER("onboarding-managers", "Onboarding managers"),

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

	/** Who may see all of an onboarding. */
	static String[] readers() {
		return groupsOf(STAFF, MANAGER, ADMINISTRATOR);
	}

	/** Who may do something to it. */
	static String[] actors() {
		return groupsOf(STAFF, ADMINISTRATOR);
	}

	static boolean mayAct(Collection<? extends GrantedAuthority> groups) {
		return groups.stream().map(GrantedAuthority::getAuthority).anyMatch(Set.of(actors())::contains);
	}

	private static String[] groupsOf(Role... roles) {
		return Stream.of(roles).map(Role::group).toArray(String[]::new);
	}

	/** The engine sorts groups by kind, and shows its own ones apart. */
	String kind() {
		return (this == ADMINISTRATOR) ? "SYSTEM" : "WORKFLOW";
	}

}
