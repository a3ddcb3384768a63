package com.modalitysystems.onboarding.mail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.customer.Language;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/**
 * Shows each letter in each language as an example customer gets it, for whoever works on
 * the letters.
 */
@Profile("sandbox")
@Controller
@RequestMapping("/sandbox/letters")
class LetterPreviews {

	// less than other pages may, and one thing more: letters carry their styles in
	// themselves
	private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; "
			+ "base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

	private final LetterWriter writer;

	private final LetterTemplates templates;

	LetterPreviews(LetterWriter writer, LetterTemplates templates) {
		this.writer = writer;
		this.templates = templates;
	}

	@ModelAttribute
	void allowStyles(HttpServletResponse response) {
		response.setHeader("Content-Security-Policy", POLICY);
	}

	@ModelAttribute("languages")
	List<Tongue> languages() {
		return Stream.of(Language.values()).map(Tongue::of).toList();
	}

	@GetMapping
	String all(Model model) {
		model.addAttribute("previews", Specimen.all(Language.ENGLISH).stream().map(this::previewOf).toList());
		return "mail/previews";
	}

	@GetMapping("/{language}/{name}")
	String one(@PathVariable String language, @PathVariable String name, Model model) {
		Specimen specimen = specimen(language, name);
		List<String> all = Specimen.all(specimen.customer().language()).stream().map(Specimen::name).toList();
		int at = all.indexOf(name);
		model.addAttribute("preview", previewOf(specimen));
		model.addAttribute("before", (at > 0) ? all.get(at - 1) : null);
		model.addAttribute("after", (at + 1 < all.size()) ? all.get(at + 1) : null);
		return "mail/preview";
	}

	@GetMapping("/{language}/{name}/html")
	ResponseEntity<String> html(@PathVariable String language, @PathVariable String name) {
		return show(MediaType.TEXT_HTML, this.templates.html(letter(specimen(language, name))));
	}

	@GetMapping("/{language}/{name}/text")
	ResponseEntity<String> text(@PathVariable String language, @PathVariable String name) {
		return show(MediaType.TEXT_PLAIN, this.templates.text(letter(specimen(language, name))));
	}

	private static Specimen specimen(String language, String name) {
		return Stream.of(Language.values())
			.filter((each) -> each.code().equals(language))
			.flatMap((each) -> Specimen.all(each).stream())
			.filter((each) -> each.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private Letter letter(Specimen specimen) {
		return this.writer.write(specimen.kind(), specimen.addressee(), specimen.customer(), specimen.reminder());
	}

	private Preview previewOf(Specimen specimen) {
		Letter letter = letter(specimen);
		return new Preview(specimen.name(), letter.locale().toLanguageTag(), letter.subject(), letter.preheader(),
				this.templates.text(letter), Specimen.languagesOf(specimen.kind()).stream().map(Tongue::of).toList());
	}

	private static ResponseEntity<String> show(MediaType type, String content) {
		return ResponseEntity.ok().contentType(new MediaType(type, StandardCharsets.UTF_8)).body(content);
	}

	/**
	 * A letter to look at.
	 *
	 * @param name which letter
	 * @param language in which language
	 * @param subject its subject line
	 * @param preheader what a mailbox shows beside it
	 * @param text as those see it who see no HTML
	 * @param languages in which languages there is such a letter
	 */
	record Preview(String name, String language, String subject, String preheader, String text,
			List<Tongue> languages) {
	}

	/**
	 * A language to look at letters in.
	 *
	 * @param code two letters
	 * @param name in English
	 */
	record Tongue(String code, String name) {

		static Tongue of(Language language) {
			return new Tongue(language.code(), language.locale().getDisplayLanguage(Locale.ENGLISH));
		}

	}

}
