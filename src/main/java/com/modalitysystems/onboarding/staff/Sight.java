package com.modalitysystems.onboarding.staff;

import java.util.List;

import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.Trail;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;

/**
 * Which onboardings somebody sees.
 *
 * @param asker only those that they asked for, if not all
 */
record Sight(@Nullable Actor asker) {

	static Sight of(Authentication user) {
		return new Sight(Right.SEE_ALL.isOf(user.getAuthorities()) ? null : Actor.staff(user.getName()));
	}

	boolean isOfAll() {
		return this.asker == null;
	}

	boolean reaches(List<Trail.Event> trail) {
		return this.asker == null || trail.stream().anyMatch((event) -> event.isRequestBy(this.asker));
	}

}
