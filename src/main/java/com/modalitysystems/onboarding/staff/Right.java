package com.modalitysystems.onboarding.staff;

import java.util.Collection;
import java.util.Set;

import org.springframework.security.core.GrantedAuthority;

/** What somebody may do on our own pages for staff. */
enum Right {

	/** See onboardings at all, if only those that they asked for. */
	SEE,

	/** See those of others, too, and choose what is written to them about it. */
	SEE_ALL,

	/** See how all of them go, in figures. */
	WATCH,

	/** Ask for onboardings. */
	ASK,

	/** Do something to an onboarding. */
	ACT,

	/** Decide how it goes on after a step failed. */
	REPAIR,

	/** Tell other systems again what they missed. */
	TELL_AGAIN;

	Set<Role> roles() {
		return switch (this) {
			case SEE ->
				Set.of(Role.REQUESTER, Role.STAFF, Role.MANAGER, Role.OPERATOR, Role.AUDITOR, Role.ADMINISTRATOR);
			case SEE_ALL -> Set.of(Role.STAFF, Role.MANAGER, Role.OPERATOR, Role.AUDITOR, Role.ADMINISTRATOR);
			case WATCH -> Set.of(Role.MANAGER, Role.AUDITOR, Role.ADMINISTRATOR);
			case ASK -> Set.of(Role.REQUESTER, Role.STAFF, Role.ADMINISTRATOR);
			case ACT -> Set.of(Role.STAFF, Role.ADMINISTRATOR);
			case REPAIR, TELL_AGAIN -> Set.of(Role.STAFF, Role.OPERATOR, Role.ADMINISTRATOR);
		};
	}

	/** The groups of those who have it. */
	String[] groups() {
		return roles().stream().map(Role::group).toArray(String[]::new);
	}

	boolean isOf(Collection<? extends GrantedAuthority> groups) {
		Set<String> those = Set.of(groups());
		return groups.stream().map(GrantedAuthority::getAuthority).anyMatch(those::contains);
	}

}
