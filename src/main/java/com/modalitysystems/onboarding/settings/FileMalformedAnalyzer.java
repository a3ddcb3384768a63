package com.modalitysystems.onboarding.settings;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the operator where to look, without a stack trace. */
class FileMalformedAnalyzer extends AbstractFailureAnalyzer<FileMalformed> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, FileMalformed failure) {
		return new FailureAnalysis(failure.getMessage(),
				"Correct that line, or one before it: put what begins with a sign such as @, or has a colon within, in single quotes.",
				failure);
	}

}
