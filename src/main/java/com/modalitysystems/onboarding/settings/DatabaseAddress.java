package com.modalitysystems.onboarding.settings;

import java.util.stream.Stream;

/** The database is PostgreSQL. */
final class DatabaseAddress implements Rule {

	private static final String SETTING = "spring.datasource.url";

	@Override
	public Stream<Problem> problems(Catalogue catalogue, Given given) {
		return catalogue.namedBy(SETTING)
			.filter((setting) -> !given.text(SETTING).startsWith("jdbc:postgresql:"))
			.map((setting) -> setting.problem("does not begin with jdbc:postgresql:"))
			.stream();
	}

}
