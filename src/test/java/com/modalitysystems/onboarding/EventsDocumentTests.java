package com.modalitysystems.onboarding;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code docs/webhooks.md} lists each event that can stand on the trail. With
 * {@code -Devents.write=true} it is written anew.
 */
class EventsDocumentTests {

	private static final Path DOCUMENT = Path.of("docs", "webhooks.md");

	private static final Path CODE = Path.of("src", "main", "java");

	private static final Path WORDS = Path.of("src", "main", "resources", "messages-staff.properties");

	private static final String BEGIN = "<!-- from here on written from the code -->\n";

	private static final Pattern ADDED = Pattern.compile("[tT]rail\\s*\\.add\\([^,\"]+,[^,\"]+,\\s*\"(\\w+)\"");

	@Test
	void eachEventIsDocumented() throws IOException {
		String written = Files.readString(DOCUMENT);
		String expected = written.substring(0, written.indexOf(BEGIN) + BEGIN.length()) + table();
		if (Boolean.getBoolean("events.write")) {
			Files.writeString(DOCUMENT, expected);
			return;
		}
		assertThat(written).as("docs/webhooks.md; ./mvnw -q test -Dtest=EventsDocumentTests -Devents.write=true")
			.isEqualTo(expected);
	}

	@Test
	void eachEventThatTheCodeNamesHasItsWords() throws IOException {
		assertThat(eventsInTheCode()).isNotEmpty().isSubsetOf(events().keySet());
	}

	private static String table() throws IOException {
		return events().entrySet()
			.stream()
			.map((event) -> "| `" + event.getKey() + "` | " + event.getValue() + " |")
			.collect(Collectors.joining("\n", "\n| event | what happened |\n|---|---|\n", "\n"));
	}

	private static TreeMap<String, String> events() throws IOException {
		Properties words = new Properties();
		try (Reader file = Files.newBufferedReader(WORDS)) {
			words.load(file);
		}
		return words.stringPropertyNames()
			.stream()
			.filter((key) -> key.startsWith("trail."))
			.collect(Collectors.toMap((key) -> key.substring("trail.".length()),
					(key) -> words.getProperty(key).replace("''", "'"), (one, other) -> one, TreeMap::new));
	}

	private static Set<String> eventsInTheCode() throws IOException {
		try (Stream<Path> files = Files.walk(CODE)) {
			return files.filter((file) -> file.toString().endsWith(".java"))
				.flatMap(EventsDocumentTests::eventsIn)
				.collect(Collectors.toSet());
		}
	}

	private static Stream<String> eventsIn(Path file) {
		try {
			return ADDED.matcher(Files.readString(file)).results().map((MatchResult found) -> found.group(1));
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

}
