package com.modalitysystems.onboarding.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.modalitysystems.onboarding.customer.OnboardingSettings;
import com.modalitysystems.onboarding.customer.PublicAddress;
import com.modalitysystems.onboarding.customer.RefusalSentences;
import com.modalitysystems.onboarding.customer.RequestRefused.Mistake;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** How the page of the request looks, with what was typed and what is wrong with it. */
@Component
class RequestView {

	private final RefusalSentences sentences;

	private final Choices choices;

	private final OnboardingSettings settings;

	RequestView(RefusalSentences sentences, Choices choices, OnboardingSettings settings) {
		this.sentences = sentences;
		this.choices = choices;
		this.settings = settings;
	}

	ModelAndView of(IntakeForm form, CallerAddress address) {
		return new ModelAndView("intake/request").addObject("form", form)
			.addObject("mistakes", Map.of())
			.addObject("seenAddress", address.readable())
			.addObject("publicAddress", address.asPublic().map(PublicAddress::value).orElse(null))
			.addObject("choices", this.choices)
			.addObject("serviceDomain", this.settings.serviceDomain());
	}

	ModelAndView withMistakes(IntakeForm form, CallerAddress address, List<Mistake> mistakes, HttpStatus status,
			Locale language) {
		Map<String, String> said = new LinkedHashMap<>();
		mistakes.forEach(mistake -> said.putIfAbsent(mistake.field(), this.sentences.of(mistake, language)));
		ModelAndView page = of(form, address).addObject("mistakes", said);
		page.setStatus(status);
		return page;
	}

	ModelAndView tooMany(IntakeForm form, CallerAddress address, TooManyRequests refusal) {
		ModelAndView page = of(form, address).addObject("tooManyFor", refusal.minutes());
		page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
		return page;
	}

}
