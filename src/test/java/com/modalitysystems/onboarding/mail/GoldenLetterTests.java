package com.modalitysystems.onboarding.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.customer.BrandLook;
import com.modalitysystems.onboarding.customer.Colour;
import com.modalitysystems.onboarding.customer.Language;
import com.modalitysystems.onboarding.customer.SetupLinks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/** Each letter, word for word. To accept a change: delete the file, run, look, commit. */
@SpringJUnitConfig(LetterHouse.class)
class GoldenLetterTests {

	private static final Path GOLDEN = Path.of("src/test/resources/com/modalitysystems/onboarding/mail/letters");

	@Autowired
	private LetterWriter writer;

	@Autowired
	private LetterValues values;

	@Autowired
	private SetupLinks links;

	@Autowired
	private LetterTemplates templates;

	static Stream<Specimen> all() {
		return Stream.of(Language.values()).flatMap((language) -> Specimen.all(language).stream());
	}

	static Stream<Specimen> inEnglish() {
		return Specimen.all(Language.ENGLISH).stream();
	}

	@ParameterizedTest
	@MethodSource("all")
	void theTextIsAsAgreed(Specimen specimen) throws IOException {
		Letter letter = letter(specimen);
		String inTheMailbox = "Subject: " + letter.subject() + "\nBeside it: " + letter.preheader() + "\n\n";
		assertAgreed(specimen, "txt", inTheMailbox + this.templates.text(letter));
	}

	/** In one language: the others have the same template, and their words in text. */
	@ParameterizedTest
	@MethodSource("inEnglish")
	void theHtmlIsAsAgreed(Specimen specimen) throws IOException {
		assertAgreed(specimen, "html", this.templates.html(letter(specimen)));
	}

	@Test
	void noOtherLetterWasAgreed() throws IOException {
		Set<String> agreed = all()
			.flatMap((specimen) -> Stream.of(goldenOf(specimen, "txt"), goldenOf(specimen, "html")))
			.map(Path::toString)
			.collect(Collectors.toSet());
		try (Stream<Path> files = Files.walk(GOLDEN)) {
			assertThat(files.filter(Files::isRegularFile).map(Path::toString)).isSubsetOf(agreed);
		}
	}

	@Test
	void lettersWearTheColoursOfTheBrand() {
		BrandLook look = new BrandLook(null, Colour.of("#5b2da3"), Colour.of("#c9b2f0"));
		Letter letter = letter(inEnglish().findFirst().orElseThrow());
		assertThat(new LetterTemplates(LetterHouse.settings(look)).html(letter))
			.contains("background-color: #5b2da3;", ".button { background-color: #c9b2f0 !important; }")
			.doesNotContain("#0b5c6b", "#74cbd9");
	}

	@Test
	void everyTextIsUsed() throws IOException {
		RecordingMessages messages = new RecordingMessages();
		LetterWriter recorded = new LetterWriter(messages, this.links, this.values);
		inEnglish().forEach((specimen) -> recorded.write(specimen.kind(), specimen.addressee(), specimen.customer(),
				specimen.reminder()));
		Set<String> unused = new TreeSet<>(texts("messages-mail.properties"));
		texts("messages-staff.properties").stream().filter((key) -> key.startsWith("mail.")).forEach(unused::add);
		unused.removeAll(messages.used);
		assertThat(unused).containsExactly("mail.date", "mail.support", "mail.support.withPhone");
	}

	private static Set<String> texts(String file) throws IOException {
		return PropertiesLoaderUtils
			.loadProperties(new EncodedResource(new ClassPathResource(file), StandardCharsets.UTF_8))
			.stringPropertyNames();
	}

	private Letter letter(Specimen specimen) {
		return this.writer.write(specimen.kind(), specimen.addressee(), specimen.customer(), specimen.reminder());
	}

	private static Path goldenOf(Specimen specimen, String form) {
		return GOLDEN.resolve(specimen.customer().language().code()).resolve(specimen.name() + "." + form);
	}

	private static void assertAgreed(Specimen specimen, String form, String letter) throws IOException {
		Path golden = goldenOf(specimen, form);
		if (!Files.exists(golden)) {
			Files.createDirectories(golden.getParent());
			Files.writeString(golden, letter);
			fail("%s was not there; it is now: look at it and run again", golden);
		}
		assertThat(letter).isEqualTo(Files.readString(golden));
	}

	private static final class RecordingMessages extends ResourceBundleMessageSource {

		private final Set<String> used = new TreeSet<>();

		RecordingMessages() {
			setBasenames("messages-mail", "messages-staff");
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
