package com.modalitysystems.onboarding.settings;

import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

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
		ConfigurationProperty single = property(setting);
		ConfigurationProperty property = (single != null) ? single : property(setting + "[0]");
		return (property != null && property.getOrigin() != null) ? " (set in " + property.getOrigin() + ")" : "";
	}

	/** Everything that is set in files and on the command line; a list counts once. */
	Stream<ConfigurationPropertyName> names() {
		return names(false);
	}

	/** Everything that the machine's variables set, ours and others'. */
	Stream<ConfigurationPropertyName> variables() {
		return names(true);
	}

	private Stream<ConfigurationPropertyName> names(boolean ofTheMachine) {
		return StreamSupport.stream(ConfigurationPropertySources.get(this.environment).spliterator(), false)
			.filter((source) -> isOfTheMachine(source) == ofTheMachine)
			.filter(IterableConfigurationPropertySource.class::isInstance)
			.flatMap((source) -> ((IterableConfigurationPropertySource) source).stream())
			.filter((name) -> !name.isEmpty())
			.map(Given::withoutIndex)
			.distinct();
	}

	private static boolean isOfTheMachine(ConfigurationPropertySource source) {
		Object underlying = source.getUnderlyingSource();
		return underlying instanceof SystemEnvironmentPropertySource || (underlying instanceof PropertySource<?> one
				&& one.getName().equals(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME));
	}

	private static ConfigurationPropertyName withoutIndex(ConfigurationPropertyName name) {
		int length = 0;
		while (length < name.getNumberOfElements() && !name.isNumericIndex(length)) {
			length++;
		}
		return name.chop(length);
	}

	private @Nullable ConfigurationProperty property(String setting) {
		// one that is misspelt may hold what no name can
		if (!ConfigurationPropertyName.isValid(setting)) {
			return null;
		}
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
