package com.modalitysystems.onboarding.staff;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

/** What browsers let our pages do, as a Content-Security-Policy. */
@Component
class ContentPolicies {

	private final StaffSettings settings;

	ContentPolicies(StaffSettings settings) {
		this.settings = settings;
	}

	/** Nothing from elsewhere, nothing inline, and in nobody's frame. */
	String ofPages() {
		return "default-src 'self'; img-src 'self' data:; style-src 'self'; object-src 'none'; base-uri 'none';"
				+ " frame-ancestors 'none'; " + formAction();
	}

	/** An answer to a program does nothing in a browser. */
	String ofApi() {
		return "default-src 'none'; frame-ancestors 'none'";
	}

	// browsers apply it to where the answer to a form redirects, too
	private String formAction() {
		return Stream.concat(Stream.of("form-action 'self'"), this.settings.consentOrigins())
			.collect(Collectors.joining(" "));
	}

}
