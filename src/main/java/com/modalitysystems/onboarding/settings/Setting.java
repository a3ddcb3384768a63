package com.modalitysystems.onboarding.settings;

import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * One setting.
 *
 * @param name in full
 * @param type what it is, in Java
 * @param meaning what it is, in words
 * @param example how one would write it, empty when there is no example
 * @param holder the record that holds it; none when it is read without one
 * @param required whether the application cannot do without
 */
record Setting(String name, String type, String meaning, String example, @Nullable Class<?> holder, boolean required) {

	private static final Pattern DASH = Pattern.compile("-(.)");

	static Setting of(Metadata.Property property, Metadata metadata) {
		String holder = property.sourceType();
		Class<?> type = (holder != null) ? ClassUtils.resolveClassName(holder, null) : null;
		boolean required = (type != null) ? new Slot(type, componentOf(property.name())).isRequired()
				: property.defaultValue() == null;
		return new Setting(property.name(), property.type(), meaning(property), metadata.exampleOf(property), type,
				required);
	}

	boolean isSecret() {
		return this.type.endsWith(".Secret") || this.name.endsWith("password");
	}

	boolean isAddress() {
		return this.type.equals("java.net.URI");
	}

	/** The name of what holds it. */
	String parent() {
		return this.name.substring(0, this.name.lastIndexOf('.'));
	}

	/** Its name in the record that holds it. */
	String component() {
		return componentOf(this.name);
	}

	Problem problem(String what) {
		return new Problem(this.name, what, this.meaning, this.example);
	}

	private static String componentOf(String name) {
		String dashed = name.substring(name.lastIndexOf('.') + 1);
		return DASH.matcher(dashed).replaceAll((letter) -> letter.group(1).toUpperCase(Locale.ROOT));
	}

	private static String meaning(Metadata.Property property) {
		String description = (property.description() != null) ? property.description() : "";
		return description.replaceAll("\\{@code ([^}]*)}", "$1").replaceAll("\\s+", " ").strip();
	}

}
