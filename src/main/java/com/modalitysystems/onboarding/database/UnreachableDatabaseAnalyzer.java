package com.modalitysystems.onboarding.database;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Tells the operator that the database is out of reach, without a stack trace, and in
 * words of ours: those of the driver may hold a row or an address with a password.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnreachableDatabaseAnalyzer extends AbstractFailureAnalyzer<SQLException> {

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException failure) {
		SQLException first = firstOf(failure);
		String what = what(String.valueOf(first.getSQLState()));
		return (what != null)
				? new FailureAnalysis("The database " + what + " (SQL state " + first.getSQLState() + ").",
						"Check spring.datasource.url, spring.datasource.username and spring.datasource.password;"
								+ " \"java -jar onboarding.jar doctor\" tells more.",
						first)
				: null;
	}

	// the pool only says that it waited; what lies within says why
	private static SQLException firstOf(SQLException failure) {
		SQLException first = failure;
		for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLException earlier) {
				first = earlier;
			}
		}
		return first;
	}

	private static @Nullable String what(String state) {
		if (state.startsWith("08")) {
			return "cannot be reached";
		}
		if (state.startsWith("28")) {
			return "does not let us in";
		}
		return state.startsWith("3D") ? "of that name does not exist on its server" : null;
	}

}
