package com.modalitysystems.onboarding.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/**
 * What the compiler wrote down of our settings, in the format of Spring Boot's
 * configuration metadata: the sentences of the records, and what
 * {@code additional-spring-configuration-metadata.json} adds to them.
 *
 * @param groups the records and the records within them
 * @param properties each setting
 * @param hints their examples
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Metadata(List<Group> groups, List<Property> properties, List<Hint> hints) {

	private static final String FILE = "/META-INF/spring-configuration-metadata.json";

	static Metadata read() {
		try (InputStream file = Metadata.class.getResourceAsStream(FILE)) {
			if (file == null) {
				throw new IllegalStateException("The application was built without " + FILE);
			}
			return new ObjectMapper().readValue(file, Metadata.class).requireOurs();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	// nothing would be missing by the metadata of somebody else
	private Metadata requireOurs() {
		if (this.properties.stream().noneMatch((property) -> property.name().equals("onboarding.public-url"))) {
			throw new IllegalStateException(FILE + " is that of somebody else");
		}
		return this;
	}

	/** How one would write a setting; empty when nobody wrote it down. */
	String exampleOf(Property property) {
		return this.hints.stream()
			.filter((hint) -> hint.name().equals(property.name()))
			.map((hint) -> String.valueOf(hint.values().get(0).value()))
			.findFirst()
			.orElseGet(property::standardExample);
	}

	/**
	 * A record, or a record within one.
	 *
	 * @param name the beginning of its settings' names
	 * @param type its class
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Group(String name, String type) {
	}

	/**
	 * A setting.
	 *
	 * @param name in full
	 * @param type what it is, in Java
	 * @param description its sentence
	 * @param sourceType the record that holds it; none when it is read without one
	 * @param defaultValue what it is when nobody sets it
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Property(String name, String type, @Nullable String description, @Nullable String sourceType,
			@Nullable Object defaultValue) {

		private static final String GUID = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";

		private static final Map<String, String> EXAMPLES = Map.of("java.net.URI", "https://service.example.com",
				"java.util.UUID", GUID, "com.modalitysystems.onboarding.customer.TenantId", GUID);

		/**
		 * Whether somebody who writes this name means this setting, or an entry of it.
		 */
		boolean isMeantBy(ConfigurationPropertyName written) {
			ConfigurationPropertyName own = ConfigurationPropertyName.of(this.name);
			return own.equals(written) || (this.type.startsWith("java.util.Map<") && own.isAncestorOf(written));
		}

		private String standardExample() {
			return (this.defaultValue != null) ? String.valueOf(this.defaultValue).replaceAll("^\\[|]$", "")
					: EXAMPLES.getOrDefault(this.type, "");
		}

	}

	/**
	 * Examples of a setting.
	 *
	 * @param name of the setting
	 * @param values the examples
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Hint(String name, List<Value> values) {
	}

	/**
	 * An example.
	 *
	 * @param value as one would write it
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Value(Object value) {
	}

}
