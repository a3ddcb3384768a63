package com.modalitysystems.onboarding.process;

import org.camunda.bpm.engine.delegate.BpmnError;

/** The errors that the drawings catch; the names are their codes. */
enum ErrorCode {

	tenantRefused, givenUp;

	BpmnError raise() {
		return new BpmnError(name());
	}

}
