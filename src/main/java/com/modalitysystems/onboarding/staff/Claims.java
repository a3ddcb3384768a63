package com.modalitysystems.onboarding.staff;

import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** What a provider says, in whatever shape it says it. */
final class Claims {

	private Claims() {
	}

	/** One text, or several; none of what is neither. */
	static List<String> texts(@Nullable Object claim) {
		if (claim instanceof Collection<?> several) {
			return several.stream().filter(String.class::isInstance).map(String.class::cast).toList();
		}
		return (claim instanceof String one) ? List.of(one) : List.of();
	}

}
