package com.modalitysystems.onboarding.settings;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the operator the whole list, without a stack trace. */
class SettingsRefusedAnalyzer extends AbstractFailureAnalyzer<SettingsRefused> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, SettingsRefused refused) {
		return new FailureAnalysis(refused.getMessage(),
				"Set them as docs/settings.md says: in a file (--spring.config.additional-location=...), in the environment,"
						+ " or, secrets, as files of their names (--spring.config.import=configtree:/folder/).",
				refused);
	}

}
