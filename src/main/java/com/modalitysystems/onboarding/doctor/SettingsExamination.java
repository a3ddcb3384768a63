package com.modalitysystems.onboarding.doctor;

import java.util.List;

import com.modalitysystems.onboarding.settings.Inspection;
import com.modalitysystems.onboarding.settings.Problem;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Is everything set, as the start would have it? */
@Component
class SettingsExamination implements Examination {

	private final Environment environment;

	SettingsExamination(Environment environment) {
		this.environment = environment;
	}

	@Override
	public String subject() {
		return "Settings";
	}

	@Override
	public List<Finding> findings() {
		if (this.environment.acceptsProfiles(Profiles.of("sandbox"))) {
			return List.of(Finding.ok("those of the sandbox"));
		}
		List<Problem> problems = Inspection.of(this.environment);
		return problems.isEmpty() ? List.of(complete()) : problems.stream().map(SettingsExamination::finding).toList();
	}

	private Finding complete() {
		return Inspection.allowsLoopbackServices(this.environment)
				? Finding.warning("all there, but services may be on this machine or be spoken to without TLS",
						"Remove onboarding.allow-loopback-services before customers come.")
				: Finding.ok("all there");
	}

	private static Finding finding(Problem problem) {
		String example = problem.example().isEmpty() ? "" : ", for example " + problem.example();
		return Finding.failed(problem.sentence(), "Set it: " + problem.meaning() + example);
	}

}
