package com.modalitysystems.onboarding.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.customer.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The HTML of all letters before the checker of the W3C (Nu Html Checker). It comes with
 * {@code npm ci --ignore-scripts} in {@code src/test/grammar}; where it is missing, these
 * tests are skipped, unless {@code GRAMMAR_TESTS} is {@code required}. It runs in a
 * process of its own, since it brings a web server that would get in the way of ours.
 */
@SpringJUnitConfig(LetterHouse.class)
class ValidLetterTests {

	private static final Path CHECKER = Path.of("src/test/grammar/node_modules/vnu-jar/build/dist/vnu.jar");

	// what Outlook reads and the standard does not know: a namespace for its settings,
	// and
	// two properties that begin with its prefix, as the standard for CSS demands
	private static final String OF_OUTLOOK = ".*(xmlns:o|“mso-hide”|“mso-padding-alt”).*";

	@Autowired
	private LetterWriter writer;

	@Autowired
	private LetterTemplates templates;

	@TempDir
	private Path folder;

	@BeforeEach
	void theCheckerIsThere() {
		boolean required = "required".equals(System.getenv("GRAMMAR_TESTS"));
		assumeTrue(Files.exists(CHECKER) || required,
				"The checker of HTML is not installed: npm ci --ignore-scripts in src/test/grammar");
	}

	@Test
	void allLettersAreValidHtml() throws IOException, InterruptedException {
		List<Path> letters = new ArrayList<>();
		for (Specimen specimen : Stream.of(Language.values()).flatMap((each) -> Specimen.all(each).stream()).toList()) {
			letters.add(Files.writeString(this.folder.resolve(specimen + ".html"), html(specimen)));
		}
		assertThat(letters).isNotEmpty();
		assertThat(complaints(letters)).isEmpty();
	}

	@Test
	void whatIsNotValidIsComplainedOf() throws IOException, InterruptedException {
		String html = html(Specimen.all(Language.ENGLISH).get(0));
		Path open = Files.writeString(this.folder.resolve("open.html"), html.replace("</h1>", ""));
		Path made = Files.writeString(this.folder.resolve("made.html"), html.replace("margin:", "merge:"));
		assertThat(complaints(List.of(open, made))).anyMatch((line) -> line.contains("open.html"))
			.anyMatch((line) -> line.contains("made.html") && line.contains("merge"));
	}

	private String html(Specimen specimen) {
		return this.templates
			.html(this.writer.write(specimen.kind(), specimen.addressee(), specimen.customer(), specimen.reminder()));
	}

	private static List<String> complaints(List<Path> letters) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Dfile.encoding=UTF-8",
						"-Xss4m", "-XX:TieredStopAtLevel=1", "-jar", CHECKER.toString(), "--errors-only",
						"--filterpattern", OF_OUTLOOK, "--exit-zero-always"));
		letters.forEach((letter) -> command.add(letter.toString()));
		Process checker = new ProcessBuilder(command).redirectErrorStream(true).start();
		List<String> lines = new String(checker.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
			.toList();
		assertThat(checker.waitFor()).as(() -> String.join("\n", lines)).isZero();
		return lines;
	}

}
