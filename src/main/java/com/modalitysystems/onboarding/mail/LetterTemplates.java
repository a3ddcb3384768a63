package com.modalitysystems.onboarding.mail;

import java.util.Map;
import java.util.Set;

import com.modalitysystems.onboarding.customer.BrandLook;
import com.modalitysystems.onboarding.customer.OnboardingSettings;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

import org.springframework.stereotype.Component;

/** Sets a letter in HTML and in text. */
@Component
class LetterTemplates {

	// an engine of our own: that of the pages knows no text templates
	private final SpringTemplateEngine engine = new SpringTemplateEngine();

	private final BrandLook look;

	LetterTemplates(OnboardingSettings house) {
		this.look = house.brand();
		this.engine.addTemplateResolver(resolver(".html", TemplateMode.HTML));
		this.engine.addTemplateResolver(resolver(".txt", TemplateMode.TEXT));
	}

	String html(Letter letter) {
		return this.engine.process("letter.html", contextOf(letter));
	}

	String text(Letter letter) {
		return this.engine.process("letter.txt", contextOf(letter)).strip() + "\n";
	}

	private Context contextOf(Letter letter) {
		return new Context(letter.locale(), Map.of("letter", letter, "look", this.look, "columns", new Columns()));
	}

	private static ClassLoaderTemplateResolver resolver(String ending, TemplateMode mode) {
		ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(LetterTemplates.class.getClassLoader());
		resolver.setPrefix("templates/mail/");
		resolver.setResolvablePatterns(Set.of("*" + ending));
		resolver.setTemplateMode(mode);
		resolver.setCharacterEncoding("UTF-8");
		return resolver;
	}

}
