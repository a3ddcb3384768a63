package com.modalitysystems.onboarding.intake;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: what this is, and where to go. */
@Controller
class HomePage {

	@GetMapping("/")
	String home() {
		return "intake/home";
	}

}
