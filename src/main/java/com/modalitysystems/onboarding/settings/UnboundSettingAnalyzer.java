package com.modalitysystems.onboarding.settings;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Tells of a setting that somebody else cannot use, such as {@code server.port}. Spring
 * Boot's own report would show its value, and what was set there by mistake may be a
 * secret.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnboundSettingAnalyzer extends AbstractFailureAnalyzer<BindException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, BindException refused) {
		ConfigurationProperty property = refused.getProperty();
		String place = (property != null) ? " (set in " + property.getOrigin() + ")" : "";
		return new FailureAnalysis(
				"The setting " + refused.getName() + " cannot be used" + place + ". Its value is not shown.",
				"Correct it; what it takes is in docs/settings.md or in the reference of Spring Boot.", refused);
	}

}
