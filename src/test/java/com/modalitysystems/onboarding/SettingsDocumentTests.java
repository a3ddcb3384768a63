package com.modalitysystems.onboarding;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code docs/settings.md} says of each setting what the code says of it. With
 * {@code -Dsettings.write=true} it is written anew.
 */
class SettingsDocumentTests {

	private static final Path DOCUMENT = Path.of("docs", "settings.md");

	private static final String BEGIN = "<!-- from here on written from the code -->\n";

	private static final Map<String, String> TYPES = Map.of("String", "text", "Integer", "number", "URI", "address",
			"UUID", "GUID", "TenantId", "GUID", "ZoneId", "time zone", "InternetAddress", "e-mail address",
			"PriorityRange", "range", "Application", "id and secret", "EmailAddress", "e-mail address");

	@Test
	void eachSettingIsDocumentedAsTheCodeHasIt() throws IOException {
		String written = Files.readString(DOCUMENT);
		String preface = written.substring(0, written.indexOf(BEGIN) + BEGIN.length());
		String expected = preface + tables();
		if (Boolean.getBoolean("settings.write")) {
			Files.writeString(DOCUMENT, expected);
			return;
		}
		assertThat(written).as("docs/settings.md; ./mvnw -q test -Dtest=SettingsDocumentTests -Dsettings.write=true")
			.isEqualTo(expected);
	}

	private static String tables() throws IOException {
		List<String> lines = new ArrayList<>();
		String room = "";
		JsonNode metadata = metadata();
		for (JsonNode setting : metadata.get("properties")) {
			String name = setting.get("name").asText();
			if (!name.startsWith(room + ".")) {
				room = name.substring(0, name.indexOf('.'));
				lines.addAll(
						List.of("", "## " + room, "", "| setting | type | default | meaning |", "|---|---|---|---|"));
			}
			lines.add("| `" + name + "` | " + type(setting.get("type").asText()) + " | "
					+ standard(setting.path("defaultValue")) + " | " + meaning(setting.path("description").asText())
					+ example(name, setting.path("type").asText(), metadata.get("hints")) + " |");
		}
		return String.join("\n", lines) + "\n";
	}

	private static JsonNode metadata() throws IOException {
		try (InputStream metadata = SettingsDocumentTests.class
			.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
			return new ObjectMapper().readTree(metadata);
		}
	}

	/**
	 * The examples are those of {@code additional-spring-configuration-metadata.json}.
	 */
	private static String example(String name, String type, JsonNode hints) {
		return StreamSupport.stream(hints.spliterator(), false)
			.filter(hint -> hint.get("name").asText().equals(name))
			.map(hint -> hint.get("values").get(0).get("value").asText())
			.map(example -> ", for example " + (isWritten(name, type) ? "`" + example + "`" : example))
			.findFirst()
			.orElse("");
	}

	// how to make a secret is told in words
	private static boolean isWritten(String name, String type) {
		return !type.endsWith("Secret") && !name.endsWith("password");
	}

	private static String type(String java) {
		if (java.endsWith(">")) {
			return "list of " + type(java.substring(java.indexOf('<') + 1, java.length() - 1));
		}
		String simple = java.substring(Math.max(java.lastIndexOf('.'), java.lastIndexOf('$')) + 1);
		return TYPES.getOrDefault(simple, choice(java).orElseGet(simple::toLowerCase));
	}

	/** The values that an enumeration has. */
	private static Optional<String> choice(String java) {
		if (!java.startsWith(House.ROOT)) {
			return Optional.empty();
		}
		Object[] values = ClassUtils.resolveClassName(java, null).getEnumConstants();
		return Optional.ofNullable(values)
			.map(all -> Stream.of(all).map(value -> "`" + value + "`").collect(Collectors.joining(" or ")));
	}

	private static String standard(JsonNode value) {
		if (value.isArray()) {
			return String.join(", ",
					StreamSupport.stream(value.spliterator(), false).map(SettingsDocumentTests::standard).toList());
		}
		return value.asText().isEmpty() ? "" : "`" + value.asText() + "`";
	}

	private static String meaning(String javadoc) {
		return javadoc.replaceAll("\\{@code ([^}]*)}", "`$1`").replaceAll("\\s+", " ").replace("|", "\\|");
	}

}
