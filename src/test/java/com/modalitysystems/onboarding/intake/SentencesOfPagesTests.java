package com.modalitysystems.onboarding.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SentencesOfPagesTests {

	private static final Pattern ASKED = Pattern.compile("#\\{([A-Za-z.0-9]+)");

	@ParameterizedTest
	@MethodSource("asked")
	void everySentenceOfOurPagesIsThere(String key) throws IOException {
		assertThat(sentences()).containsKey(key);
	}

	@ParameterizedTest
	@ValueSource(strings = { "company", "tenant", "country", "adminName", "adminEmail", "adminAddress", "contactEmail",
			"language", "noteRead" })
	void everyFieldHasItsNames(String field) throws IOException {
		assertThat(sentences()).containsKeys("request." + field, "request." + field + ".short");
	}

	@Test
	void noSentenceIsLeftOver() throws IOException {
		List<String> asked = asked();
		assertThat(sentences().stringPropertyNames()).filteredOn(key -> key.matches("(home|request|received)\\..*"))
			.filteredOn(key -> !key.matches(
					"request\\.(company|tenant|country|admin\\w+|contactEmail|language|noteRead)(\\.short|\\.hint)?"))
			.allSatisfy(key -> assertThat(asked).contains(key));
	}

	@Test
	void thePagesForFilesHaveEverySentenceAndNoOther() throws IOException {
		Properties sentences = read("src/main/resources/messages-import.properties");
		assertThat(sentences.stringPropertyNames()).filteredOn(key -> !key.matches("import\\.(outcome|refused)\\..*"))
			.containsExactlyInAnyOrderElementsOf(asked("import"));
		assertThat(sentences.stringPropertyNames()).filteredOn(key -> key.startsWith("import.outcome."))
			.containsExactlyInAnyOrderElementsOf(
					Stream.of(RowResult.Outcome.values()).map(outcome -> "import.outcome." + outcome).toList());
	}

	static List<String> asked() throws IOException {
		return asked("intake");
	}

	private static List<String> asked(String templates) throws IOException {
		try (Stream<Path> pages = Files.list(Path.of("src/main/resources/templates", templates))) {
			return pages.flatMap(page -> ASKED.matcher(read(page)).results().map(found -> found.group(1)))
				.distinct()
				.toList();
		}
	}

	private static Properties sentences() throws IOException {
		return read("src/main/resources/messages-intake.properties");
	}

	private static Properties read(String file) throws IOException {
		Properties sentences = new Properties();
		try (var reader = Files.newBufferedReader(Path.of(file))) {
			sentences.load(reader);
		}
		return sentences;
	}

	private static String read(Path page) {
		try {
			return Files.readString(page);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
