package com.modalitysystems.onboarding.staff;

import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Leads to the OpenID provider, and says why somebody did not come in. */
@Controller
@ConditionalOnProperty("staff.sign-in.issuer")
class SignInPage {

	private static final Set<String> REASONS = Set.of("failed", "noRole", "noName");

	private final StaffSettings settings;

	SignInPage(StaffSettings settings) {
		this.settings = settings;
	}

	@GetMapping(SingleSignOn.PAGE)
	ModelAndView page(@RequestParam(required = false) @Nullable String why) {
		return new ModelAndView("staff/sign-in").addObject("why", (why != null && REASONS.contains(why)) ? why : null)
			.addObject("provider", Objects.requireNonNull(this.settings.signIn()).name())
			.addObject("way", SingleSignOn.WAY)
			.addObject("byPassword", this.settings.administrator() != null);
	}

}
