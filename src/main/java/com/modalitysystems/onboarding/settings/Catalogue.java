package com.modalitysystems.onboarding.settings;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.util.ClassUtils;

/**
 * All settings that count here: a record of another profile is left out.
 *
 * @param records the records, each with the beginning of its settings' names
 * @param settings the settings
 */
record Catalogue(List<Holder> records, List<Setting> settings) {

	static Catalogue in(Environment environment) {
		Metadata metadata = Metadata.read();
		List<Holder> all = metadata.groups()
			.stream()
			.map((group) -> new Holder(group.name(), ClassUtils.resolveClassName(group.type(), null)))
			.filter(Holder::isOutermost)
			.toList();
		List<Holder> elsewhere = all.stream().filter((holder) -> !holder.countsIn(environment)).toList();
		return new Catalogue(all.stream().filter((holder) -> !elsewhere.contains(holder)).toList(),
				metadata.properties()
					.stream()
					.filter((property) -> elsewhere.stream().noneMatch((holder) -> holder.holds(property.name())))
					.map((property) -> Setting.of(property, metadata))
					.toList());
	}

	Stream<Setting> of(Holder holder) {
		return this.settings.stream().filter((setting) -> setting.holder() != null && holder.holds(setting.name()));
	}

	Stream<Setting> withoutRecord() {
		return this.settings.stream().filter((setting) -> setting.holder() == null);
	}

	/** The setting that a sentence begins with. */
	Optional<Setting> namedBy(String sentence) {
		return this.settings.stream()
			.filter((setting) -> (sentence + " ").startsWith(setting.name() + " "))
			.max(Comparator.comparing((setting) -> setting.name().length()));
	}

	/**
	 * A record of settings.
	 *
	 * @param prefix the beginning of its settings' names
	 * @param type its class
	 */
	record Holder(String prefix, Class<?> type) {

		boolean holds(String setting) {
			return setting.startsWith(this.prefix + ".");
		}

		private boolean isOutermost() {
			return this.type.isAnnotationPresent(ConfigurationProperties.class);
		}

		private boolean countsIn(Environment environment) {
			Profile profile = AnnotationUtils.findAnnotation(this.type, Profile.class);
			return profile == null || environment.acceptsProfiles(Profiles.of(profile.value()));
		}

	}

}
