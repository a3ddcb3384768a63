package com.modalitysystems.onboarding.settings;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.Environment;

/** What is set, by whatever means. */
final class Given {

	private final Environment environment;

	private final Binder binder;

	Given(Environment environment) {
		this.environment = environment;
		this.binder = Binder.get(environment);
	}

	Binder binder() {
		return this.binder;
	}

	/** The text of a setting; empty when it is not set. */
	String text(String setting) {
		return this.binder.bind(setting, String.class).orElse("");
	}

	/** Whether nothing is set: also what an empty variable leaves is nothing. */
	boolean lacks(String setting) {
		boolean several = this.binder.bind(setting + "[0]", String.class).isBound();
		return !several && text(setting).isBlank();
	}

	/** Whether it takes its value from another setting, which does not exist. */
	boolean leadsNowhere(String setting) {
		return text(setting).contains("${");
	}

	/** Where a setting is set, for whoever must correct it; empty when nobody knows. */
	String place(String setting) {
		ConfigurationProperty property = property(setting);
		return (property != null && property.getOrigin() != null) ? " (set in " + property.getOrigin() + ")" : "";
	}

	private @Nullable ConfigurationProperty property(String setting) {
		ConfigurationPropertyName name = ConfigurationPropertyName.of(setting);
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(this.environment)) {
			ConfigurationProperty property = source.getConfigurationProperty(name);
			if (property != null) {
				return property;
			}
		}
		return null;
	}

	boolean fits(Setting setting, Class<?> type) {
		try {
			this.binder.bind(setting.name(), Bindable.of(type));
			return true;
		}
		catch (BindException ex) {
			return false;
		}
	}

}
