package com.modalitysystems.onboarding.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import com.modalitysystems.onboarding.customer.BrandLook;
import com.modalitysystems.onboarding.customer.Colour;
import com.modalitysystems.onboarding.customer.Consent;
import com.modalitysystems.onboarding.customer.SetupLinks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/** Each letter, word for word. To accept a change: delete the file, run, look, commit. */
@SpringJUnitConfig(LetterHouse.class)
class GoldenLetterTests {

	private static final Path GOLDEN = Path.of("src/test/resources/com/modalitysystems/onboarding/mail");

	@Autowired
	private LetterWriter writer;

	@Autowired
	private LetterValues values;

	@Autowired
	private SetupLinks links;

	@Autowired
	private LetterTemplates templates;

	@ParameterizedTest
	@EnumSource
	void theTextIsAsAgreed(LetterKind kind) throws IOException {
		assertAgreed(kind + ".txt", this.templates.text(letter(kind)));
	}

	@ParameterizedTest
	@EnumSource
	void theHtmlIsAsAgreed(LetterKind kind) throws IOException {
		assertAgreed(kind + ".html", this.templates.html(letter(kind)));
	}

	@Test
	void theCopyForTheContactIsAsAgreed() throws IOException {
		Letter copy = this.writer.write(LetterKind.requestReceived, Addressee.contact,
				ExampleCustomer.of(LetterKind.requestReceived));
		assertAgreed("requestReceived-contact.txt", this.templates.text(copy));
	}

	@Test
	void theInvitationOfAColleagueWhoWasNamedIsAsAgreed() throws IOException {
		Letter named = this.writer.write(LetterKind.consentInvitation, Addressee.administrator,
				ExampleCustomer.whoWasNamed(LetterKind.consentInvitation));
		assertAgreed("consentInvitation-named.txt", this.templates.text(named));
		assertAgreed("consentInvitation-named.html", this.templates.html(named));
	}

	@ParameterizedTest
	@EnumSource(names = { "wrongTenant", "blocked" })
	void eachTroubleHasALetterAsAgreed(Consent.Outcome trouble) throws IOException {
		Letter letter = this.writer.write(LetterKind.consentProblem, Addressee.administrator,
				ExampleCustomer.of(LetterKind.consentProblem, trouble));
		assertAgreed("consentProblem-" + trouble + ".txt", this.templates.text(letter));
	}

	@ParameterizedTest
	@EnumSource
	void theTextKeepsTo72Columns(LetterKind kind) {
		assertThat(this.templates.text(letter(kind)).lines().filter((line) -> !line.startsWith("https://")))
			.allSatisfy((line) -> assertThat(line).hasSizeLessThanOrEqualTo(72));
	}

	@ParameterizedTest
	@EnumSource
	void theHtmlLoadsNothingAndLeadsToOnePlace(LetterKind kind) {
		String html = this.templates.html(letter(kind));
		assertThat(html).doesNotContainIgnoringCase("<img", "<script", "<link", "src=", "url(", "@import", "<form");
		Set<String> addresses = new TreeSet<>(
				Pattern.compile("href=\"([^\"]*)\"").matcher(html).results().map((found) -> found.group(1)).toList());
		boolean leadsNowhere = Set.of(LetterKind.rejection, LetterKind.cancellation, LetterKind.handedOver)
			.contains(kind);
		assertThat(addresses).hasSize(leadsNowhere ? 0 : 1)
			.allSatisfy((address) -> assertThat(address).startsWith("https://onboarding.videosrv.net/"));
	}

	@Test
	void lettersWearTheColoursOfTheBrand() {
		BrandLook look = new BrandLook(null, Colour.of("#5b2da3"), Colour.of("#c9b2f0"));
		assertThat(new LetterTemplates(LetterHouse.settings(look)).html(letter(LetterKind.consentInvitation)))
			.contains("background-color: #5b2da3;", ".button { background-color: #c9b2f0 !important; }")
			.doesNotContain("#0b5c6b", "#74cbd9");
	}

	@ParameterizedTest
	@EnumSource
	void bothFormsSayTheSame(LetterKind kind) {
		Letter letter = letter(kind);
		assertThat(words(this.templates.html(letter).replaceAll("(?s)<head>.*?</head>|<!--.*?-->|<[^>]+>", " ")))
			.containsAll(words(this.templates.text(letter)));
	}

	@ParameterizedTest
	@EnumSource
	void theReferenceIsInEach(LetterKind kind) {
		Letter letter = letter(kind);
		assertThat(letter.subject()).contains("OM-7K3F9Q");
		assertThat(this.templates.text(letter)).contains("OM-7K3F9Q");
	}

	@Test
	void everyTextIsUsedAndNoneHoldsATypewriterApostrophe() throws IOException {
		RecordingMessages messages = new RecordingMessages();
		LetterWriter recorded = new LetterWriter(messages, this.links, this.values);
		for (LetterKind kind : LetterKind.values()) {
			for (Addressee addressee : Addressee.values()) {
				recorded.write(kind, addressee, ExampleCustomer.of(kind));
			}
		}
		recorded.write(LetterKind.consentInvitation, Addressee.administrator,
				ExampleCustomer.whoWasNamed(LetterKind.consentInvitation));
		for (Consent.Outcome trouble : EnumSet.of(Consent.Outcome.wrongTenant, Consent.Outcome.blocked)) {
			recorded.write(LetterKind.consentProblem, Addressee.administrator,
					ExampleCustomer.of(LetterKind.consentProblem, trouble));
		}
		var texts = PropertiesLoaderUtils.loadProperties(
				new EncodedResource(new ClassPathResource("messages-mail.properties"), StandardCharsets.UTF_8));
		Set<String> unused = new TreeSet<>(texts.stringPropertyNames());
		unused.removeAll(messages.used);
		assertThat(unused).containsExactly("mail.date", "mail.support", "mail.support.withPhone");
		assertThat(texts.values()).noneMatch((text) -> text.toString().contains("'") || text.toString().contains("\""));
	}

	private Letter letter(LetterKind kind) {
		return this.writer.write(kind, kind.addressee(), ExampleCustomer.of(kind));
	}

	private static void assertAgreed(String name, String letter) throws IOException {
		Path golden = GOLDEN.resolve(name);
		if (!Files.exists(golden)) {
			Files.createDirectories(GOLDEN);
			Files.writeString(golden, letter);
			fail("%s was not there; it is now: look at it and run again", golden);
		}
		assertThat(letter).isEqualTo(Files.readString(golden));
	}

	private static Set<String> words(String text) {
		return new TreeSet<>(Pattern.compile("[\\p{L}\\p{N}@:/.’-]*[\\p{L}\\p{N}]")
			.matcher(text)
			.results()
			.map(MatchResult::group)
			.filter((word) -> !word.startsWith("-") && !word.matches("\\d+"))
			.toList());
	}

	private static final class RecordingMessages extends ResourceBundleMessageSource {

		private final Set<String> used = new TreeSet<>();

		RecordingMessages() {
			setBasename("messages-mail");
			setDefaultEncoding("UTF-8");
			setFallbackToSystemLocale(false);
		}

		@Override
		protected String resolveCodeWithoutArguments(String code, Locale locale) {
			this.used.add(code);
			return super.resolveCodeWithoutArguments(code, locale);
		}

	}

}
