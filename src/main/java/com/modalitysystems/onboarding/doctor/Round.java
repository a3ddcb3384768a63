package com.modalitysystems.onboarding.doctor;

import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

import org.springframework.context.ApplicationContext;

/** All examinations, one after the other. */
class Round {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final ApplicationContext house;

	private final Duration patience;

	Round(ApplicationContext house) {
		this(house, PATIENCE);
	}

	Round(ApplicationContext house, Duration patience) {
		this.house = house;
		this.patience = patience;
	}

	void examine(Report report) {
		names().forEach((name) -> {
			Visit visit = new Visit(this.house, name);
			visit.findings(this.patience).forEach((finding) -> report.add(visit.subject(), finding));
		});
	}

	/** The settings first, since all others need them. */
	private Stream<String> names() {
		return Stream.of(this.house.getBeanNamesForType(Examination.class, true, false))
			.sorted(Comparator.<String, Boolean>comparing((name) -> !isOfSettings(name))
				.thenComparing(Comparator.naturalOrder()));
	}

	private boolean isOfSettings(String name) {
		return SettingsExamination.class.equals(this.house.getType(name));
	}

}
