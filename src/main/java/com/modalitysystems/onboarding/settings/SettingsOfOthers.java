package com.modalitysystems.onboarding.settings;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.boot.actuate.autoconfigure.web.server.ManagementServerProperties;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.autoconfigure.mail.MailProperties;
import org.springframework.boot.autoconfigure.web.ServerProperties;

/** Also what Spring Boot holds can be understood, where operators set it. */
final class SettingsOfOthers implements Rule {

	private static final List<Catalogue.Holder> RECORDS = List.of(
			new Catalogue.Holder("spring.datasource", DataSourceProperties.class),
			new Catalogue.Holder("spring.mail", MailProperties.class),
			new Catalogue.Holder("server", ServerProperties.class),
			new Catalogue.Holder("management.server", ManagementServerProperties.class));

	@Override
	public Stream<Problem> problems(Catalogue catalogue, Given given) {
		return RECORDS.stream()
			.flatMap((record) -> Attempt.at(record, given.binder()).failures().keySet().stream())
			.map((name) -> problem(name, catalogue));
	}

	private static Problem problem(String name, Catalogue catalogue) {
		return catalogue.namedBy(name)
			.map((setting) -> setting.problem(Completeness.MALFORMED))
			.orElseGet(() -> Problem.ofRecord(name, Completeness.MALFORMED));
	}

}
