package com.modalitysystems.onboarding.sandbox;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lets a person read the sentence, and not a stack trace. */
class SandboxRefusedAnalyzer extends AbstractFailureAnalyzer<SandboxRefused> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, SandboxRefused refused) {
		return new FailureAnalysis(String.valueOf(refused.getMessage()), refused.remedy(), refused);
	}

}
