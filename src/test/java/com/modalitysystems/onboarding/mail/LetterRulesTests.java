package com.modalitysystems.onboarding.mail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.customer.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every letter in every language, whatever it says. */
@SpringJUnitConfig(LetterHouse.class)
class LetterRulesTests {

	// Gmail clips a letter behind so many bytes; ours stay far below
	private static final int HALF_OF_GMAILS_LIMIT = 51_000;

	private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"([^\"]*)\"");

	private static final Pattern TABLE = Pattern.compile("<table[^>]*>");

	@Autowired
	private LetterWriter writer;

	@Autowired
	private LetterTemplates templates;

	static Stream<Specimen> all() {
		return Stream.of(Language.values()).flatMap((language) -> Specimen.all(language).stream());
	}

	@ParameterizedTest
	@MethodSource("all")
	void theHtmlLoadsAndRunsNothing(Specimen specimen) {
		assertThat(html(specimen)).doesNotContainIgnoringCase("<img", "<script", "<link", "<iframe", "<form", "src=",
				"url(", "@import", "background=", "javascript:");
	}

	/** Outlook for Windows sets letters with Word, which knows none of this. */
	@ParameterizedTest
	@MethodSource("all")
	void wordCanSetTheHtml(Specimen specimen) {
		String body = html(specimen).replaceFirst("(?s)<head>.*?</head>", "");
		assertThat(body)
			.doesNotContainPattern("(?i)(flex|grid|float|position|background-image|gap|calc\\(|var\\()\\s*[:(]")
			.doesNotContain("<style", "rem;", "<section", "<main");
		assertThat(body.split("<table", -1)).hasSameSizeAs(body.split("</table>", -1));
	}

	/** Tables that lay out say nothing; the one that holds facts has headings. */
	@ParameterizedTest
	@MethodSource("all")
	void theHtmlIsReadAloudAsItLooks(Specimen specimen) {
		String html = html(specimen);
		assertThat(html).contains("<html", "lang=\"" + specimen.customer().language().locale().toLanguageTag() + "\"")
			.containsOnlyOnce("<h1");
		List<String> tables = TABLE.matcher(html).results().map(MatchResult::group).toList();
		long ofFacts = tables.stream().filter((table) -> !table.contains("role=\"presentation\"")).count();
		assertThat(ofFacts)
			.isEqualTo(letter(specimen).blocks().stream().filter(Letter.Facts.class::isInstance).count());
	}

	@ParameterizedTest
	@MethodSource("all")
	void gmailShowsAllOfIt(Specimen specimen) {
		assertThat(html(specimen).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(HALF_OF_GMAILS_LIMIT);
	}

	@ParameterizedTest
	@MethodSource("all")
	void theLinkIsThereOnceAsAButtonAndOnceInFull(Specimen specimen) {
		List<String> links = LINK.matcher(html(specimen)).results().map((found) -> found.group(1)).toList();
		boolean leadsNowhere = Set.of(LetterKind.rejection, LetterKind.cancellation, LetterKind.handedOver)
			.contains(specimen.kind());
		assertThat(links).hasSize(leadsNowhere ? 0 : 2)
			.allMatch((link) -> link.startsWith("https://onboarding.videosrv.net/") && link.equals(links.get(0)));
		assertThat(text(specimen).lines().filter((line) -> line.matches("https://\\S+(?<!/request)")))
			.containsExactlyElementsOf(links.stream().distinct().toList());
	}

	@ParameterizedTest
	@MethodSource("all")
	void theTextReadsWellByItself(Specimen specimen) {
		String text = text(specimen);
		assertThat(text).doesNotContain("\n\n\n", " \n\n", "\t", "??", "{").endsWith("\n");
		assertThat(text.lines())
			.allSatisfy((line) -> assertThat(line.startsWith("https://") || line.length() <= 72).isTrue());
		assertThat(text.lines().filter((line) -> line.endsWith(" "))).allMatch("-- "::equals);
	}

	@ParameterizedTest
	@MethodSource("all")
	void bothFormsSayTheSame(Specimen specimen) {
		assertThat(words(html(specimen).replaceAll("(?s)<head>.*?</head>|<!--.*?-->|<[^>]+>", " ")))
			.containsAll(words(text(specimen)));
	}

	@ParameterizedTest
	@MethodSource("all")
	void subjectAndPreheaderSayWhatItIs(Specimen specimen) {
		Letter letter = letter(specimen);
		assertThat(letter.subject()).contains("OM-7K3F9Q").hasSizeLessThanOrEqualTo(100);
		assertThat(letter.preheader()).hasSizeBetween(20, 110).isNotEqualTo(letter.title());
		assertThat(text(specimen)).contains("OM-7K3F9Q");
		assertThat(html(specimen)).contains("OM-7K3F9Q");
	}

	private Letter letter(Specimen specimen) {
		return this.writer.write(specimen.kind(), specimen.addressee(), specimen.customer(), specimen.reminder());
	}

	private String html(Specimen specimen) {
		return this.templates.html(letter(specimen));
	}

	private String text(Specimen specimen) {
		return this.templates.text(letter(specimen));
	}

	private static Set<String> words(String text) {
		return new TreeSet<>(Pattern.compile("[\\p{L}\\p{N}@:/.’-]*[\\p{L}\\p{N}]")
			.matcher(text)
			.results()
			.map(MatchResult::group)
			.filter((word) -> !word.startsWith("-") && !word.matches("\\d+"))
			.toList());
	}

}
