package com.modalitysystems.onboarding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.modalitysystems.onboarding.customer.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What customers read is there in every language, whole and with nothing left over. What
 * only staff, other systems or the script read is in English.
 */
class LanguagesTests {

	private static final Path PAGES = Sentences.FOLDER.resolve("templates");

	private static final Path CODE = Path.of("src/main/java");

	// {0}, {0,number} and {name} alike; what stands around a number may differ
	private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)");

	private static final Pattern ASKED_IN_PAGES = Pattern
		.compile("#\\{\\|([^|]+)\\||#\\{([\\w.]+)|#messages\\.msg\\('([\\w.]+)'\\)|msgOrNull\\(([^)]+)\\)");

	private static final Pattern ASKED_IN_CODE = Pattern.compile("\"([a-z]+\\.[\\w.]*|[a-z]+\\.)\"");

	@ParameterizedTest
	@EnumSource
	void everySentenceIsThereAndNoOther(Language language) {
		assertThat(Sentences.OF_CUSTOMERS).allSatisfy(file -> assertThat(Sentences.of(file, language).keySet()).as(file)
			.containsExactlyInAnyOrderElementsOf(Sentences.of(file, Language.ENGLISH).keySet()));
	}

	@ParameterizedTest
	@EnumSource
	void everySentenceNamesTheSameValues(Language language) {
		Sentences.ofCustomers(Language.ENGLISH)
			.forEach((key, sentence) -> assertThat(placeholders(Sentences.ofCustomers(language).get(key))).as(key)
				.isEqualTo(placeholders(sentence)));
	}

	/**
	 * An apostrophe of a typewriter hides what follows it, but only beside a value. What
	 * Microsoft calls a permission is quoted letter by letter.
	 */
	@ParameterizedTest
	@EnumSource
	void quotationMarksAreThoseOfPrint(Language language) {
		Map<String, String> ours = Sentences.ofCustomers(language);
		ours.keySet().removeIf(key -> key.matches("permission\\.\\w+\\.microsoft(\\.also)?"));
		assertThat(ours).isNotEmpty()
			.allSatisfy((key, sentence) -> assertThat(sentence).isNotBlank().doesNotContain("'", "\"", "  "));
	}

	@ParameterizedTest
	@EnumSource
	void everySentenceWithNumberedValuesCanBeSaid(Language language) {
		Map<String, String> sentences = Sentences.ofCustomers(language);
		sentences.values().removeIf(sentence -> !sentence.matches("(?s).*\\{\\d.*"));
		assertThat(sentences).isNotEmpty().allSatisfy((key, sentence) -> {
			assertThat(new MessageFormat(sentence, language.locale()).format(new Object[] { 2, "x", "y" }))
				.doesNotContain("{");
		});
	}

	@Test
	void staffAskForAnOnboardingInAnyLanguage() throws IOException {
		JsonNode form = new ObjectMapper().readTree(Path.of("forms", "onboardingRequested.form").toFile());
		assertThat(form.path("components")).filteredOn(field -> field.path("key").asText().equals("language"))
			.flatExtracting(field -> field.path("values").findParents("value"))
			.extracting(choice -> choice.path("value").asText() + " " + choice.path("label").asText())
			.containsExactlyElementsOf(
					Stream.of(Language.values()).map(language -> language.code() + " " + language.ownName()).toList());
	}

	/** Or German would stand in the midst of a page for staff. */
	@Test
	void whatOthersReadIsInEnglishAlone() throws IOException {
		Stream<Path> ofCustomers = Stream.of(Language.values())
			.flatMap(language -> Sentences.OF_CUSTOMERS.stream().map(file -> Sentences.fileOf(file, language)));
		Stream<Path> ofOthers = Sentences.ofOthers().stream().map(file -> Sentences.fileOf(file, Language.ENGLISH));
		try (Stream<Path> files = Files.list(Sentences.FOLDER)) {
			assertThat(files.filter(file -> file.getFileName().toString().startsWith("messages")))
				.containsExactlyInAnyOrderElementsOf(Stream.concat(ofCustomers, ofOthers).toList());
		}
	}

	/**
	 * Letters are looked at word for word: what they leave over, their own test tells.
	 */
	@Test
	void noSentenceIsLeftOver() {
		Set<String> words = new HashSet<>();
		List<Pattern> asked = new ArrayList<>();
		texts(PAGES, ".html").forEach(page -> {
			words.addAll(found("'\\.?(\\w+)'", page));
			ASKED_IN_PAGES.matcher(page).results().map(LanguagesTests::asked).forEach(asked::add);
		});
		texts(CODE, ".java").forEach(code -> {
			words.addAll(found("(\\w+)", code));
			ASKED_IN_CODE.matcher(code).results().map(key -> anythingBehind(key.group(1))).forEach(asked::add);
		});
		Set<String> leftOver = new TreeSet<>(Sentences.ofCustomers(Language.ENGLISH).keySet());
		leftOver.removeIf(key -> key.startsWith("mail.") || asked.stream().anyMatch(each -> isAsked(key, each, words)));
		assertThat(leftOver).isEmpty();
	}

	@Test
	void noSentenceOfAPageIsMissing() {
		Set<String> all = new HashSet<>(Sentences.ofCustomers(Language.ENGLISH).keySet());
		Sentences.ofOthers().forEach(file -> all.addAll(Sentences.of(file, Language.ENGLISH).keySet()));
		assertThat(texts(PAGES, ".html").flatMap(page -> found("#\\{([\\w.]+)", page).stream())).isNotEmpty()
			.isSubsetOf(all);
	}

	// each part that the page fills in must be a word that somebody knows
	private static boolean isAsked(String key, Pattern asked, Set<String> words) {
		var found = asked.matcher(key);
		return found.matches() && Stream.iterate(1, part -> part <= found.groupCount(), part -> part + 1)
			.flatMap(part -> Stream.of(found.group(part).split("\\.")))
			.allMatch(word -> word.isEmpty() || words.contains(word));
	}

	private static Pattern asked(MatchResult asked) {
		String key = Stream.of(1, 2, 3, 4).map(asked::group).filter(group -> group != null).findFirst().orElseThrow();
		String joined = key.replaceAll("' *\\+ *\\w+ *\\+ *'", "\\${}").replace("'", "");
		return Pattern.compile(Stream.of(joined.split("\\$\\{[^}]*}", -1))
			.map(Pattern::quote)
			.collect(Collectors.joining("([\\w.]*)")));
	}

	private static Pattern anythingBehind(String begin) {
		return Pattern.compile(Pattern.quote(begin) + (begin.endsWith(".") ? "([\\w.]+)" : ""));
	}

	private static Set<String> placeholders(String sentence) {
		return Set.copyOf(found(PLACEHOLDER.pattern(), sentence));
	}

	private static Collection<String> found(String pattern, String text) {
		return Pattern.compile(pattern).matcher(text).results().map(each -> each.group(1)).toList();
	}

	private static Stream<String> texts(Path root, String ending) {
		try (Stream<Path> files = Files.walk(root)) {
			return files.filter(file -> file.toString().endsWith(ending)).map(LanguagesTests::read).toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
