package com.modalitysystems.onboarding.setup;

import java.util.Locale;
import java.util.Optional;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Language;
import com.modalitysystems.onboarding.process.Onboarding;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/**
 * The customer wants our letters in the language in which they read the room. It may be
 * said twice, or late.
 */
@Controller
class LanguageAction {

	private final Rooms rooms;

	private final Onboarding onboarding;

	LanguageAction(Rooms rooms, Onboarding onboarding) {
		this.rooms = rooms;
		this.onboarding = onboarding;
	}

	@PostMapping("/setup/{token}/language")
	View choose(@PathVariable String token, @RequestParam(defaultValue = "") String language) {
		Customer customer = this.rooms.open(token);
		Optional<Language> wanted = Language.in(Locale.forLanguageTag(language));
		if (wanted.isEmpty() || customer.stage().isOver()) {
			return Answers.back(token, Note.notNow);
		}
		this.onboarding.chooseLanguage(customer.reference(), wanted.get());
		return Answers.back(token, Note.language);
	}

}
