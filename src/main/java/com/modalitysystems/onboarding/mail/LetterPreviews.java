package com.modalitysystems.onboarding.mail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Shows each letter as an example customer gets it, for whoever works on the letters. */
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

	@GetMapping
	String all(Model model) {
		model.addAttribute("previews", previews());
		return "mail/previews";
	}

	@GetMapping("/{kind}")
	String one(@PathVariable LetterKind kind, Model model) {
		model.addAttribute("preview", previewOf(kind));
		return "mail/preview";
	}

	@GetMapping("/{kind}/html")
	ResponseEntity<String> html(@PathVariable LetterKind kind) {
		return show(MediaType.TEXT_HTML, previewOf(kind).html());
	}

	@GetMapping("/{kind}/text")
	ResponseEntity<String> text(@PathVariable LetterKind kind) {
		return show(MediaType.TEXT_PLAIN, previewOf(kind).text());
	}

	private List<Preview> previews() {
		return Stream.of(LetterKind.values()).map(this::previewOf).toList();
	}

	private Preview previewOf(LetterKind kind) {
		Letter letter = this.writer.write(kind, kind.addressee(), ExampleCustomer.of(kind));
		return new Preview(kind.name(), letter.subject(), letter.preheader(), this.templates.html(letter),
				this.templates.text(letter));
	}

	private static ResponseEntity<String> show(MediaType type, String content) {
		return ResponseEntity.ok().contentType(new MediaType(type, StandardCharsets.UTF_8)).body(content);
	}

	/**
	 * A letter to look at.
	 *
	 * @param kind which letter
	 * @param subject its subject line
	 * @param preheader what a mailbox shows beside it
	 * @param html as most people see it
	 * @param text as everybody else sees it
	 */
	record Preview(String kind, String subject, String preheader, String html, String text) {
	}

}
