package com.modalitysystems.onboarding.customer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.customer.RequestRefused.Mistake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

class RefusalSentencesTests {

	private static final Pattern CODE = Pattern.compile("(?:new Refused|range)\\(\"([A-Za-z.]+)\"");

	private final RefusalSentences sentences = new RefusalSentences(messages());

	@ParameterizedTest
	@MethodSource("codes")
	void everyRefusalHasItsSentence(String code) {
		String ofTheRoom = messages().getMessage("setup.refused." + code, null, "", Locale.ENGLISH);
		assertThat(ofTheRoom.isEmpty() ? this.sentences.of(new Refused(code), Locale.ENGLISH) : ofTheRoom)
			.endsWith(".");
	}

	@Test
	void fieldMayHaveWordsOfItsOwn() {
		assertThat(this.sentences.of(new Mistake("company", "missing"), Locale.ENGLISH))
			.isEqualTo("Enter the name of the company.");
		assertThat(this.sentences.of(new Mistake("else", "missing"), Locale.ENGLISH)).isEqualTo("Fill this in.");
	}

	static List<String> codes() throws IOException {
		try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
			List<String> codes = sources.filter(path -> path.toString().endsWith(".java"))
				.flatMap(path -> CODE.matcher(read(path)).results().map(found -> found.group(1)))
				.distinct()
				.toList();
			assertThat(codes).hasSizeGreaterThan(20);
			return codes;
		}
	}

	private static String read(Path path) {
		try {
			return Files.readString(path);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static ResourceBundleMessageSource messages() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasenames("messages", "messages-setup");
		messages.setDefaultEncoding("UTF-8");
		return messages;
	}

}
