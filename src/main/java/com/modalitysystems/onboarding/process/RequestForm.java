package com.modalitysystems.onboarding.process;

import com.modalitysystems.onboarding.customer.OnboardingRequest;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;

/** The fields of a request on a form in Tasklist. */
final class RequestForm {

	private RequestForm() {
	}

	static OnboardingRequest read(VariableScope form) {
		return new OnboardingRequest(text(form, "company"), text(form, "tenant"), text(form, "country"),
				text(form, "adminName"), text(form, "adminEmail"), text(form, "adminAddress"),
				text(form, "contactEmail"), text(form, "language"), text(form, "externalReference"),
				text(form, "keyWish"), text(form, "timeZone"));
	}

	private static @Nullable String text(VariableScope form, String field) {
		Object value = form.getVariable(field);
		return (value != null) ? value.toString() : null;
	}

}
